package io.winnow.network.build;

import io.winnow.core.config.ScheduleConfig;
import io.winnow.core.config.UpdaterConfig;
import io.winnow.core.failure.WinnowException;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.InverseSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** Updaters with the learning rate and its schedule. Further constants are Deeplearning4j's. */
public final class Updaters {
  private Updaters() {}

  /** The framework's updater of a configuration. */
  public static IUpdater of(UpdaterConfig updater) {
    ISchedule rate = rate(updater);
    return switch (updater.name()) {
      case SGD -> new Sgd(rate);
      case NESTEROVS -> new Nesterovs(rate, updater.momentum());
      case ADAM -> new Adam(rate);
      case ADA_MAX -> new AdaMax(rate);
      case NADAM -> new Nadam(rate);
      case AMS_GRAD -> new AMSGrad(rate);
      case RMS_PROP -> new RmsProp(rate);
      case ADA_GRAD -> adaGrad(updater);
      case ADA_DELTA -> new AdaDelta();
    };
  }

  // Deeplearning4j's AdaGrad loses its schedule, and with it every rate, when it is copied.
  private static AdaGrad adaGrad(UpdaterConfig updater) {
    if (updater.schedule() != null) {
      throw WinnowException.usage(
          "training.updater.schedule: adaGrad takes none, its rates fall by themselves;"
              + " remove the key or use another updater");
    }
    return new AdaGrad(updater.learningRate());
  }

  private static ISchedule rate(UpdaterConfig updater) {
    double rate = updater.learningRate();
    ScheduleConfig schedule = updater.schedule();
    if (schedule == null) {
      return new FixedSchedule(rate);
    }
    ScheduleType per =
        switch (schedule.per()) {
          case ITERATION -> ScheduleType.ITERATION;
          case EPOCH -> ScheduleType.EPOCH;
        };
    return switch (schedule.type()) {
      case EXPONENTIAL -> new ExponentialSchedule(per, rate, schedule.decay());
      case STEP -> new StepSchedule(per, rate, schedule.decay(), schedule.every());
      case INVERSE -> new InverseSchedule(per, rate, schedule.decay(), 1);
    };
  }
}
