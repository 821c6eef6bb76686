package io.winnow.cli.job;

import io.winnow.cli.BuildVersion;
import io.winnow.core.manifest.SoftwareVersions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.package$;
import org.nd4j.linalg.factory.Nd4j;

/** What a run runs on. */
final class RunVersions {
  private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";

  private RunVersions() {}

  /** By what the class path holds, without loading ND4J's native libraries. */
  static SoftwareVersions declared() {
    boolean cuda;
    try {
      Class.forName(CUDA_BACKEND, false, RunVersions.class.getClassLoader());
      cuda = true;
    } catch (ClassNotFoundException e) {
      cuda = false;
    }
    return versions(cuda ? "cuda" : "cpu");
  }

  /** By what ND4J has really loaded: without a GPU it falls back to the CPU, and says nothing. */
  static SoftwareVersions loaded() {
    String backend = Nd4j.getBackend().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return versions(backend.contains("cublas") || backend.contains("cuda") ? "cuda" : "cpu");
  }

  /** By name, for a model bundle. */
  static Map<String, String> asMap(SoftwareVersions versions) {
    Map<String, String> byName = new TreeMap<>();
    byName.put("winnow", BuildVersion.code().version());
    byName.put("java", versions.java());
    byName.put("spark", versions.spark());
    byName.put("dl4j", versions.dl4j());
    byName.put("nd4j", versions.nd4j());
    byName.put("backend", versions.backend());
    return byName;
  }

  private static SoftwareVersions versions(String backend) {
    return new SoftwareVersions(
        System.getProperty("java.version"),
        package$.MODULE$.SPARK_VERSION(),
        VersionInfo.getVersion(),
        BuildVersion.dl4j(),
        BuildVersion.nd4j(),
        backend);
  }
}
