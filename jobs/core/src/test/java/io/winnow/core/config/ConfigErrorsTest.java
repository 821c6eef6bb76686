package io.winnow.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.winnow.core.failure.ExitCode;
import io.winnow.core.failure.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole text of every refusal. */
class ConfigErrorsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "spilt.seed=1¦unknown key 'spilt'; allowed: pipeline, root, source, schema, label, profile,"
            + " checks, sensitive, derive, rejects, dedup, split, fit, outlier, impute, encode,"
            + " scale, select, pca, output, network, training, memory, gates, retention",
        "root=s3n://bucket/root¦root: 's3n://bucket/root': unknown scheme; use s3a://",
        "root=ftp://host/root¦root: 'ftp://host/root': unknown scheme; use one of file, hdfs,"
            + " viewfs, s3a, abfs, abfss, wasb, wasbs, gs, o3fs, ofs",
        "root=s3a://id:se/cr@bucket/root¦root: 's3a://id:se/cr@bucket/root': holds a user or a"
            + " secret; leave it out, credentials come from the environment or the role of the"
            + " machine",
        "source.path=hdfs://me@host:8020/t.csv¦source.path: 'hdfs://me@host:8020/t.csv': holds a"
            + " user or a secret; leave it out, credentials come from the environment or the role"
            + " of the machine",
        "retention.keep=0¦retention.keep: 0 must have a minimum value of 1",
        "gates.rmse.tolerance=1¦gates: 'rmse' does not fit a label with classes",
        "split.sede=1¦split: unknown key 'sede'; allowed: strategy, ratios, seed, column, folds,"
            + " fold, bins",
        "outlier.columns.age.factor=2¦outlier.columns.age: unknown key 'factor'; allowed: rule, k,"
            + " action",
        "network={layers: [{type: dense, units: 2, activaton: relu}]}¦network.layers.0: unknown key"
            + " 'activaton'; allowed: type, name, units, activation, weightInit, biasInit, dropout,"
            + " l1, l2",
        "scale.strategy=minmax¦scale.strategy: 'minmax' is not one of standard, minMax, robust,"
            + " log, none",
        "scale.ddof=2¦scale.ddof: 2 is not one of 0, 1",
        "network={input: {features: 3}}¦network.layers: [] must have at least 1 items but found 0",
        "network={layers: [{type: gru}]}¦network.layers.0.type: 'gru' is not one of dense, output,"
            + " convolution2d, convolution3d, pooling2d, pooling3d, globalPooling, batchNorm, lstm,"
            + " simpleRnn",
        "training.epochs=many¦training.epochs: 'many' is not of type integer",
        "training.epochs=2.5¦training.epochs: 2.5 is not of type integer",
        "training.epochs=0¦training.epochs: 0 must have a minimum value of 1",
        "training.epochs=3000000000¦training.epochs: Numeric value (3000000000) out of range of int"
            + " (-2147483648 - 2147483647)",
        "training={updater: 5}¦training.updater: 5 is not of type object",
        "source.options.multiLine=yes¦source.options.multiLine: 'yes' is not of type boolean",
        "source.options.delimiter=||¦source.options.delimiter: '||' must be at most 1 characters"
            + " long",
        "pipeline=a/b¦pipeline: 'a/b' does not match the regex pattern"
            + " ^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$",
        "split.ratios=0.8/0.2¦split.ratios: '0.8/0.2' does not match the regex pattern"
            + " ^[0-9]*\\.?[0-9]+/[0-9]*\\.?[0-9]+/[0-9]*\\.?[0-9]+$",
        "split.ratios=0.8/0.1/0.2¦split.ratios: 0.8/0.1/0.2 add up to 1.1, not to 1",
        "split.ratios=[0.8, 0.1, 0.05]¦split.ratios: 0.8/0.1/0.05 add up to 0.95, not to 1",
        "split.ratios=[0.8, 0.2]¦split.ratios: [0.8,0.2] must have at least 3 items but found 2",
        "split.ratios=0/0.5/0.5¦split.ratios: 0/0.5/0.5: train must be above 0, the others not"
            + " below 0",
        "label.column=lable¦label.column: 'lable' is not a column of the schema; it has age,"
            + " income, job, home.town, note, fold, week, label, salary",
        "label.column=job¦label.column: 'job' has role feature; give it role label",
        "label={column: salary, classes: [a, b]}¦label.column: 'salary' is numeric, but label.map"
            + " and label.classes need classes; give it type category",
        "split.strategy=column¦split.column: is missing; strategy column needs it",
        "dedup.exact=key¦dedup.exact: 'key' and dedup.key go together: key names the columns of"
            + " exact: key",
        "dedup.key=[job]¦dedup.exact: 'none' and dedup.key go together: key names the columns of"
            + " exact: key",
        "dedup={exact: key, key: [jop]}¦dedup.key: 'jop' is not a column of the schema; it has age,"
            + " income, job, home.town, note, fold, week, label, salary",
        "dedup={exact: row, survivor: [{column: week}]}¦dedup.survivor: 'week' is only for"
            + " dedup.exact=key; equal rows are interchangeable",
        "dedup={exact: key, key: [job], survivor: [{column: weak}]}¦dedup.survivor: 'weak' is not a"
            + " column of the schema; it has age, income, job, home.town, note, fold, week, label,"
            + " salary",
        "dedup={near: {columns: [note]}}¦dedup.near.action: 'delete' needs dedup.exact=row or key;"
            + " equal rows are the nearest duplicates",
        "dedup={exact: row, near: {columns: [notes]}}¦dedup.near.columns: 'notes' is not a column"
            + " of the schema; it has age, income, job, home.town, note, fold, week, label, salary",
        "dedup={exact: row, near: {columns: [note], bands: 3}}¦dedup.near: bands and rows go"
            + " together; give both or neither",
        "dedup={near: {columns: [note], action: keep, survivor: [{column:"
            + " week}]}}¦dedup.near.survivor: 'week' is only for dedup.near.action=delete",
        "dedup={near: {columns: [note], action: flag, gold: pairs.csv}}¦dedup.near.gold:"
            + " 'pairs.csv' names rows by their key; give a column role key",
        "dedup={near: {columns: [note], threshold: 1.5}}¦dedup.near.threshold: 1.5 must have a"
            + " maximum value of 1",
        "split.column=fold¦split.column: 'fold' is only for split.strategy=column or time",
        "split.strategy=time¦split.column: is missing; strategy time needs it",
        "split={strategy: time, column: label}¦split.column: 'label' has role label; a time has"
            + " role ignore or feature",
        "split={strategy: time, column: day}¦split.column: 'day' is not a column of the schema; it"
            + " has age, income, job, home.town, note, fold, week, label, salary",
        "split.strategy=group¦split.strategy: 'group' needs a column with role group; declare one",
        "split.strategy=kfold¦split.folds: is missing; strategy kfold needs it",
        "split={strategy: kfold, folds: 5}¦split.fold: is missing; strategy kfold needs it",
        "split={strategy: kfold, folds: 5, fold: 5}¦split.fold: '5' is not one of 5 folds; they"
            + " count from 0",
        "split={strategy: kfold, folds: 2, fold: 0}¦split.folds: '2' leaves no fold for train; give"
            + " 3 or more, or split.ratios no validation",
        "split={strategy: kfold, folds: 1, fold: 0}¦split.folds: 1 must have a minimum value of 2",
        "impute.knn.columns=[age]¦impute.knn.columns: 'age' is only for strategies knn and auto and"
            + " for impute.recover.enabled=true",
        "impute={numeric: knn, knn: {columns: [age, wage]}}¦impute.knn.columns: 'wage' is not a"
            + " feature of the schema",
        "impute={columns: {age: {strategy: knn}}, knn: {columns: [age]}}¦impute.columns.age: 'knn'"
            + " has no other feature to find neighbours by; add to impute.knn.columns or set"
            + " impute.knn.features=all",
        "impute.regression.columns=[age]¦impute.regression.columns: 'age' is only for strategies"
            + " regression and auto and for impute.recover.enabled=true",
        "impute={numeric: regression, regression: {columns: [age,"
            + " wage]}}¦impute.regression.columns: 'wage' is not a feature of the schema",
        "impute={columns: {age: {strategy: regression}}, regression: {columns:"
            + " [age]}}¦impute.columns.age: 'regression' has no other feature to predict from; add"
            + " to impute.regression.columns or set impute.regression.features=all",
        "impute.regression.ridge=0¦impute.regression.ridge: 0 must have an exclusive minimum value"
            + " of 0",
        "impute.regression.maxCategories=1¦impute.regression.maxCategories: 1 must have a minimum"
            + " value of 2",
        "impute.knn.k=0¦impute.knn.k: 0 must have a minimum value of 1",
        "split.folds=5¦split.folds: '5' is only for split.strategy=kfold",
        "split.fold=0¦split.fold: '0' is only for split.strategy=kfold",
        "split.bins=0¦split.bins: 0 must have a minimum value of 1",
        "sensitive.columns.name={}¦sensitive.columns: 'name' is not a column of the schema; it has"
            + " age, income, job, home.town, note, fold, week, label, salary",
        "sensitive.columns.label={}¦sensitive.columns: 'label' is dropped, but the pipeline needs"
            + " it",
        "sensitive.columns.label.action=hash¦sensitive.columns: 'label' is the label or the split"
            + " column, which action hash would change",
        "sensitive.columns.week.action=hash¦sensitive.columns: 'week' is numeric, but action hash"
            + " gives texts; give it type category or text",
        "sensitive.columns.job.action=mask¦sensitive.columns: 'job' is masked whole; give keepFirst"
            + " or keepLast, or use action drop",
        "sensitive.columns.job={action: hash, keepLast: 2}¦sensitive.columns: 'job' has keepFirst"
            + " or keepLast, which are for action mask",
        "sensitive.columns.job.action=hide¦sensitive.columns.job.action: 'hide' is not one of drop,"
            + " hash, mask",
        "sensitive={columns: {job: {}}, keyVariable: a=b}¦sensitive.keyVariable: 'a=b' does not"
            + " match the regex pattern ^[A-Za-z_][A-Za-z0-9_]{0,99}$",
        "derive.columns.job={parts: [year]}¦derive.columns: 'job' has no dates; give it type date",
        "derive.columns.day={parts: [year]}¦derive.columns: 'day' is not a column of the schema; it"
            + " has age, income, job, home.town, note, fold, week, label, salary",
        "derive.columns.job={parts: [century]}¦derive.columns.job.parts.0: 'century' is not one of"
            + " year, quarter, month, dayOfMonth, dayOfWeek, dayOfYear, hour, minute",
        "select={}¦select: {} must have at least 1 properties",
        "select.variance.max=1¦select.variance: unknown key 'max'; allowed: min; select.variance:"
            + " key 'min' is missing",
        "select.correlation.max=2¦select.correlation.max: 2 must have a maximum value of 1",
        "select.mutualInformation={top: 3, min: 0.1}¦select.mutualInformation:"
            + " {\"top\":3,\"min\":0.1} must have at most 1 properties",
        "pca={}¦pca: needs either 'components' or 'variance', and takes not both",
        "pca={components: 1, variance: 0.9}¦pca: needs either 'components' or 'variance', and takes"
            + " not both",
        "pca.variance=1¦pca.variance: 1 must have an exclusive maximum value of 1",
        "pca.components=3¦pca: 'components: 3' is more than the 2 numeric columns have; lower it,"
            + " or name more in pca.columns",
        "pca={components: 2, columns: [age]}¦pca: 'components: 2' is more than the 1 numeric"
            + " columns have; lower it, or name more in pca.columns",
        "pca={components: 1, columns: [job]}¦pca.columns: 'job' is not numeric; only numbers have"
            + " principal components",
        "pca={components: 1, columns: [week]}¦pca.columns: 'week' has role ignore; only features"
            + " are treated",
        "pca={components: 1, columns: [size]}¦pca.columns: 'size' is not a column of the schema; it"
            + " has age, income, job, home.town, note, fold, week, label, salary",
        "pca={components: 1, maxFeatures: 1}¦pca.maxFeatures: '1' is less than the 2 numeric"
            + " columns; the driver holds their squared number several times; name some in"
            + " pca.columns, or raise it",
        "fit.scope=some¦fit.scope: 'some' is not one of train, all",
        "split={strategy: column, column: week}¦split.column: 'week' is numeric; it holds train,"
            + " validation or test",
        "split={strategy: column, column: job}¦split.column: 'job' has role feature; give it role"
            + " ignore",
        "split={strategy: column, column: label}¦split.column: 'label' has role label; give it role"
            + " ignore",
        "outlier.columns.size={}¦outlier.columns: 'size' is not a column of the schema; it has age,"
            + " income, job, home.town, note, fold, week, label, salary",
        "outlier.columns.week={}¦outlier.columns: 'week' has role ignore; only features are"
            + " treated",
        "outlier.columns.job={}¦outlier.columns: 'job' is not numeric; fences need numbers",
        "outlier.columns.age.k=0¦outlier.columns.age.k: 0 must have an exclusive minimum value of"
            + " 0",
        "impute.columns.size={strategy: mode}¦impute.columns: 'size' is not a column of the schema;"
            + " it has age, income, job, home.town, note, fold, week, label, salary",
        "impute.columns.note={strategy: mode}¦impute.columns: 'note' has role ignore; only features"
            + " are treated",
        "impute.columns.age={}¦impute.columns.age: key 'strategy' is missing",
        "impute.columns.age={strategy: constant}¦impute.columns.age: 'constant' needs a 'value'",
        "impute.columns.age={strategy: mean, value: 5}¦impute.columns.age: 'mean' takes no 'value';"
            + " only constant and sentinel do",
        "impute.columns.age={strategy: constant, value: old}¦impute.columns.age.value: 'old' is not"
            + " a finite number",
        "impute.columns.age={strategy: constant, value: 1e999}¦impute.columns.age.value: 'Infinity'"
            + " is not a finite number",
        "impute.columns.age={strategy: none}¦impute.columns.age: 'none' leaves a number missing;"
            + " use mean, median, mode, regression, knn, auto, constant, sentinel or dropRow",
        "impute.columns.job={strategy: mean}¦impute.columns.job: 'mean' is for numbers; use mode,"
            + " regression, knn, auto, constant, sentinel, dropRow or none",
        "impute.numeric=none¦impute.numeric: 'none' is not one of mean, median, mode, regression,"
            + " knn, auto, sentinel, dropRow",
        "impute.columns.age={strategy: sentinel, value: NaN}¦impute.columns.age.value: 'NaN' is not"
            + " a finite number",
        "impute.columns.age={strategy: dropRow, indicator: true}¦impute.columns.age: 'dropRow'"
            + " needs no indicator, since it fills no cell; remove 'indicator'",
        "encode.columns.age.strategy=hash¦encode.columns: 'age' is numeric; only categories are"
            + " encoded",
        "encode.columns.job={strategy: ordinal, minFrequency: 2}¦encode.columns.job: 'ordinal' has"
            + " no rare categories; minFrequency and maxCategories are for oneHot",
        "encode.columns.job.buckets=8¦encode.columns.job: 'oneHot' has no buckets; they are for"
            + " hash",
        "encode.columns.job.strategy=binary¦encode.columns.job.strategy: 'binary' is not one of"
            + " oneHot, ordinal, hash",
        "scale.columns.job.strategy=log¦scale.columns: 'job' is not numeric; only numbers are"
            + " scaled",
        "encode={strategy: hash, buckets: 20000}¦output.maxFeatures: 40002 features are more than"
            + " 10000; most come from 'home.town' (20000), 'job' (20000), 'age' (1); set"
            + " encode.columns.<name> to {maxCategories: …}, {strategy: hash} or {strategy:"
            + " ordinal}, or raise output.maxFeatures",
        "gates.rmse.max=1¦gates: 'rmse' does not fit a label with classes",
        "gates.accurate.min=1¦gates: unknown key 'accurate'; allowed: accuracy, balancedAccuracy,"
            + " precisionMacro, recallMacro, f1Macro, f1Weighted, rocAuc, logLoss, mse, rmse, mae,"
            + " r2",
        "gates.accuracy={}¦gates.accuracy: {} must have at least 1 properties",
        "training.earlyStopping.metric=mae¦training.earlyStopping.metric: 'mae' does not fit a"
            + " label with classes",
      })
  void ofASetting(String setting, String why) {
    assertRefused(ConfigFiles.file("minimal.yaml"), why, setting);
  }

  @Test
  void ofEarlyStoppingWithoutValidation() {
    assertRefused(
        ConfigFiles.file("minimal.yaml"),
        "training.earlyStopping: 'rocAuc' needs a validation split; give split.ratios a second"
            + " share above 0",
        "training.earlyStopping.metric=rocAuc",
        "split.ratios=0.8/0/0.2");
  }

  @Test
  void ofAMetricOfClassesForANumericLabel() {
    assertRefused(
        ConfigFiles.file("minimal.yaml"),
        "gates: 'f1Macro' does not fit a numeric label",
        "label.column=salary",
        "gates.f1Macro.min=0.5");
  }

  @Test
  void ofWeightsOfClassesForANumericLabel() {
    assertRefused(
        ConfigFiles.file("minimal.yaml"),
        "training.classWeights: 'balanced' is about classes, but the label is numeric",
        "label.column=salary",
        "training.classWeights=balanced");
  }

  @Test
  void ofSeveralMistakesAtOnce() {
    assertRefused(
        ConfigFiles.file("minimal.yaml"),
        "scale.ddof: 2 is not one of 0, 1; split.seed: 'x' is not of type integer; training.batch:"
            + " -1 must have a minimum value of 1; and 1 more",
        "training.batch=-1",
        "training.epochs=-1",
        "scale.ddof=2",
        "split.seed=x");
  }

  @Test
  void ofAMissingKey() throws IOException {
    assertRefused(
        ConfigFiles.edited(folder, "source: {path: people.csv}", "source: {format: csv}"),
        "source: needs one of path, jdbc and tables; it has none");
  }

  @Test
  void ofAMissingKeyAtTheTop() throws IOException {
    assertRefused(ConfigFiles.edited(folder, "root: /data/winnow", ""), "key 'root' is missing");
  }

  @Test
  void ofAKeyThatStandsTwice() throws IOException {
    assertRefused(
        ConfigFiles.edited(folder, "schema:", "root: elsewhere\nschema:"),
        "not valid YAML in line 5: Duplicate field 'root'");
  }

  @Test
  void ofASecondDocument() throws IOException {
    assertRefused(
        ConfigFiles.edited(folder, "schema:", "---\nschema:"),
        "a second document begins in line 6; a file holds one");
  }

  @Test
  void ofTextThatIsNoYaml() throws IOException {
    Path file = ConfigFiles.edited(folder, "{path: people.csv}", "{path: people.csv");

    assertThat(refusal(file))
        .hasMessageStartingWith(file + ": not valid YAML in line 5: while parsing a flow mapping")
        .hasMessageContaining("expected ',' or '}'");
  }

  @Test
  void ofAFileWithoutKeys() throws IOException {
    Path file = Files.writeString(folder.resolve("list.yaml"), "- pipeline\n");
    assertRefused(file, "holds no keys; a mapping of keys to values is expected");
    assertRefused(
        Files.writeString(folder.resolve("empty.yaml"), "# nothing\n"),
        "holds no keys; a mapping of keys to values is expected");
  }

  @Test
  void ofAFileThatIsNotThere() {
    assertRefused(folder.resolve("none.yaml"), "no such file; give the path of a YAML file");
    assertRefused(folder, "no such file; give the path of a YAML file");
  }

  @Test
  void quotesAValueWithLineBreaksInOneLine() {
    assertRefused(
        ConfigFiles.file("minimal.yaml"),
        "scale.strategy: 'min max' is not one of standard, minMax, robust, log, none",
        "scale.strategy=\"min\\n  max\"");
  }

  private static void assertRefused(Path file, String why, String... settings) {
    assertThat(refusal(file, settings)).hasMessage(file + ": " + why);
  }

  private static WinnowException refusal(Path file, String... settings) {
    WinnowException refusal =
        catchThrowableOfType(
            WinnowException.class, () -> ConfigLoader.load(file, List.of(settings)));
    assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refusal.getMessage()).hasLineCount(1);
    return refusal;
  }
}
