package io.winnow.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;

/** Which part of Winnow may know of which. The build's class paths hold most of it already. */
@AnalyzeClasses(packages = "io.winnow", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final String[] SPARK = {"org.apache.spark..", "org.apache.hadoop..", "scala.."};
  private static final String[] NETWORKS = {
    "org.deeplearning4j..", "org.nd4j..", "org.datavec..", "org.bytedeco.."
  };

  @ArchTest
  static final ArchRule coreNeedsNoSpark =
      noClasses()
          .that()
          .resideInAPackage("io.winnow.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK);

  @ArchTest
  static final ArchRule coreNeedsNoNetwork =
      noClasses()
          .that()
          .resideInAPackage("io.winnow.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(NETWORKS);

  @ArchTest
  static final ArchRule coreStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("io.winnow.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.winnow.network..", "io.winnow.prepare..", "io.winnow.train..", "io.winnow.cli..");

  @ArchTest
  static final ArchRule networkNeedsNoSpark =
      noClasses()
          .that()
          .resideInAPackage("io.winnow.network..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK);

  @ArchTest
  static final ArchRule networkKnowsCoreOnly =
      noClasses()
          .that()
          .resideInAPackage("io.winnow.network..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.winnow.prepare..", "io.winnow.train..", "io.winnow.cli..");

  @ArchTest
  static final ArchRule prepareNeedsNoNetwork =
      noClasses()
          .that()
          .resideInAPackage("io.winnow.prepare..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(NETWORKS);

  @ArchTest
  static final ArchRule prepareKnowsCoreOnly =
      noClasses()
          .that()
          .resideInAPackage("io.winnow.prepare..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.winnow.network..", "io.winnow.train..", "io.winnow.cli..");

  @ArchTest
  static final ArchRule trainKnowsNoCommands =
      noClasses()
          .that()
          .resideInAPackage("io.winnow.train..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.winnow.cli..");

  /** Upstream has deprecated its Spark modules, so one package holds all that depends on them. */
  @ArchTest
  static final ArchRule stockTrainerAloneUsesDl4jSpark =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.winnow.train.stock..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.deeplearning4j.spark..");

  /** Apart from one edge: the pipeline's config holds what steps and checks declare. */
  @ArchTest
  static final ArchRule corePackagesFormNoCycle =
      packagesFormNoCycle("core")
          .ignoreDependency(
              resideInAPackage("io.winnow.core.config"),
              resideInAnyPackage("io.winnow.core.step..", "io.winnow.core.profile.."));

  @ArchTest static final ArchRule networkPackagesFormNoCycle = packagesFormNoCycle("network");

  @ArchTest static final ArchRule preparePackagesFormNoCycle = packagesFormNoCycle("prepare");

  @ArchTest static final ArchRule trainPackagesFormNoCycle = packagesFormNoCycle("train");

  @ArchTest static final ArchRule cliPackagesFormNoCycle = packagesFormNoCycle("cli");

  private static SliceRule packagesFormNoCycle(String module) {
    return slices().matching("io.winnow." + module + ".(*)..").should().beFreeOfCycles();
  }
}
