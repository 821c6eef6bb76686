# shellcheck shell=bash disable=SC2034
# What the scripts share: the build behind them, the class paths, and the JVM's options.
# Sourced with `root` set to the checkout.

: "${root:?}"
readonly classpath_dir="$root/jobs/cli/target/classpath"
project_version=$(sed -n '/<version>/{s/.*<version>\(.*\)<.*/\1/p;q}' "$root/pom.xml")
readonly shaded_jar="$root/jobs/cli/target/winnow-$project_version.jar"
# Where the native libraries are unpacked, once per checkout.
readonly natives_dir="$root/target/javacpp"
readonly clock_property=-Dorg.deeplearning4j.spark.time.TimeSource=org.deeplearning4j.spark.time.SystemClockTimeSource

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 2
}

# Sets `java` to a Java 17 launcher: JAVA_HOME's, else the one on the PATH.
find_java() {
  if [[ -n "${JAVA_HOME:-}" ]]; then
    java="$JAVA_HOME/bin/java"
    [[ -x "$java" ]] || fail "JAVA_HOME=$JAVA_HOME holds no bin/java; point it to a JDK 17"
  else
    java=$(command -v java) || fail "java is not on the PATH; install a JDK 17 or set JAVA_HOME"
  fi
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p;/ version "/q')
  [[ "$version" == 17 ]] || fail "$java is Java ${version:-of an unknown version}; Winnow needs Java 17"
}

find_maven() {
  command -v mvn >/dev/null || fail "mvn is not on the PATH; install Maven 3.8.7 or newer"
}

# True when FILE is missing, or older than a source or pom of ours.
stale() {
  local sources=("$root/pom.xml" "$root/schemas" "$root/conf/gpus.yaml" "$root/conf/calibration" "$root"/jobs/*/pom.xml)
  local main
  for main in "$root"/jobs/*/src/main; do
    if [[ -d "$main" ]]; then sources+=("$main"); fi
  done
  [[ ! -f "$1" ]] || [[ -n "$(find "${sources[@]}" -newer "$1" -print -quit)" ]]
}

# True when a jar of the class path has gone, as after a purge of the local repository.
jars_missing() {
  local entry
  local -a entries
  IFS=: read -r -a entries <<<"$(cat "$classpath_dir/winnow"):$(cat "$classpath_dir/spark")"
  for entry in "${entries[@]}"; do
    [[ -e "$entry" ]] || return 0
  done
  return 1
}

# Runs Maven over the reactor; speaks only when it fails.
maven() {
  local what=$1 log="$root/target/build.log"
  shift
  find_maven
  mkdir -p "$root/target"
  echo "building $what…" >&2
  touch "$root/target/build.started"
  if ! (cd "$root" && mvn -B -q -Dstyle.color=never -Dspotless.check.skip -DskipTests "$@") \
    >"$log" 2>&1; then
    sed -n '/^\[ERROR\]/{/\[Help 1\]$/q;p;}' "$log" | head -n 20 >&2 || true
    fail "the build failed; all of its output is in $log"
  fi
}

# Two scripts that start at the same moment build once.
build_locked() {
  mkdir -p "$root/target"
  if command -v flock >/dev/null; then
    (flock 9 && "$@") 9>"$root/target/build.lock"
  else
    "$@"
  fi
}

# Writes the class paths anew.
compile_when_stale() {
  if stale "$classpath_dir/spark" || jars_missing; then
    maven Winnow process-classes
    touch -r "$root/target/build.started" "$classpath_dir/spark"
  fi
}

# Builds the jar that is submitted, and the class paths with it.
shade_when_stale() {
  if stale "$shaded_jar" || stale "$classpath_dir/spark" || jars_missing; then
    maven "the jar to submit" -Pshaded package
    touch -r "$root/target/build.started" "$classpath_dir/spark" "$shaded_jar"
  fi
}

# Compiles what has changed and sets `class_path`: Winnow, its libraries, Spark.
use_classes() {
  build_locked compile_when_stale
  class_path="$root/jobs/cli/target/classes:$(<"$classpath_dir/winnow"):$(<"$classpath_dir/spark")"
}

# Sets SPARK_HOME to a folder with Spark's jars alone, as an installed Spark has them.
use_spark_home() {
  build_locked compile_when_stale
  export SPARK_HOME="$root/target/spark" SPARK_SCALA_VERSION=2.12
  build_locked link_spark_jars
}

link_spark_jars() {
  # After a build some may be of another version.
  if [[ "$classpath_dir/spark" -nt "$SPARK_HOME/jars" ]]; then rm -rf "$SPARK_HOME/jars"; fi
  local entry
  local -a entries jars=()
  IFS=: read -r -a entries <<<"$(<"$classpath_dir/winnow"):$(<"$classpath_dir/spark")"
  for entry in "${entries[@]}"; do
    case "$entry" in
      "$root"/* | */org/deeplearning4j/* | */org/nd4j/* | */org/datavec/* | */org/bytedeco/*) ;;
      */info/picocli/* | */org/freemarker/* | */com/networknt/* | */com/ethlo/*) ;;
      *) jars+=("$entry") ;;
    esac
  done
  mkdir -p "$SPARK_HOME/jars"
  ln -sf "${jars[@]}" "$SPARK_HOME/jars/"
}

# Becomes spark-submit with these arguments, from Maven's copy of Spark.
exec_spark_submit() {
  use_spark_home
  # A folder of settings, as an installed Spark has one; without it every step would be logged.
  export SPARK_CONF_DIR="${SPARK_CONF_DIR:-$SPARK_HOME/conf}"
  mkdir -p "$SPARK_HOME/conf"
  cp "$root/jobs/cli/src/main/resources/log4j2.properties" "$SPARK_HOME/conf/"
  # What spark-class does: Spark's launcher prints the JVM's command after a line with a null
  # character, each part ended by another.
  local part
  local -a command=()
  {
    IFS= read -r -d '' _ && read -r _
    while IFS= read -r -d '' part; do command+=("$part"); done
  } < <("$java" -Xmx128m -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main \
    org.apache.spark.deploy.SparkSubmit "$@")
  ((${#command[@]} > 0)) || fail "spark-submit refused these options"
  exec "${command[@]}"
}
