package io.winnow.core.config;

import com.fasterxml.jackson.databind.EnumNamingStrategies.CamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Optimizers, by their names in Deeplearning4j. */
@EnumNaming(CamelCaseStrategy.class)
public enum UpdaterName {
  /** Stochastic gradient descent. */
  SGD,
  /** Momentum after Nesterov. */
  NESTEROVS,
  /** Adam (Kingma and Ba 2015). */
  ADAM,
  /** AdaMax, Adam with the infinity norm. */
  ADA_MAX,
  /** Adam with Nesterov momentum. */
  NADAM,
  /** AMSGrad (Reddi 2018). */
  AMS_GRAD,
  /** RMSProp. */
  RMS_PROP,
  /** AdaGrad (Duchi 2011). */
  ADA_GRAD,
  /** AdaDelta (Zeiler 2012), which has no learning rate. */
  ADA_DELTA
}
