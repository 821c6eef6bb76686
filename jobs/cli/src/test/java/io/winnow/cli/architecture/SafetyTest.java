package io.winnow.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.winnow.cli.Winnow;
import java.io.ObjectInputStream;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.deeplearning4j.util.ModelSerializer;

/** What no class of Winnow does, whatever its layer. */
@AnalyzeClasses(packages = "io.winnow", importOptions = ImportOption.DoNotIncludeTests.class)
class SafetyTest {
  /** It reads a normaliser by unfiltered Java deserialisation, so a model file could run code. */
  @ArchTest
  static final ArchRule noModelSerializer =
      noClasses().should().dependOnClassesThat().areAssignableTo(ModelSerializer.class);

  /** A {@code readObject} that refuses may name the type; nobody reads from it. */
  @ArchTest
  static final ArchRule noJavaDeserialisation =
      noClasses()
          .should()
          .accessTargetWhere(targetOwner(assignableTo(ObjectInputStream.class)))
          .orShould()
          .beAssignableTo(ObjectInputStream.class);

  @ArchTest
  static final ArchRule onePlaceEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Winnow.class.getName())
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule onePlaceKnowsTheStandardStreams =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Winnow.class.getName())
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule randomnessHasASeed =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class);

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class, int.class);
}
