package io.winnow.prepare.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.winnow.core.config.Json;
import io.winnow.core.failure.WinnowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Files with one JSON object a line; a key that an object lacks is a missing cell.
 *
 * @param nested for each key among the first lines, whether a value is an object or a list
 */
record JsonSource(SparkSession spark, List<String> paths, Map<String, Boolean> nested)
    implements TableReader {
  private static final int SAMPLE = 1000;

  /** Looks at the first lines. */
  static JsonSource open(SparkSession spark, List<InputFile> files) {
    Map<String, Boolean> nested = new LinkedHashMap<>();
    for (String line :
        TextFile.firstLines(
            files.get(0), "UTF-8", SAMPLE, spark.sparkContext().hadoopConfiguration())) {
      for (var field : object(line).properties()) {
        nested.merge(field.getKey(), field.getValue().isContainerNode(), Boolean::logicalOr);
      }
    }
    return new JsonSource(spark, files.stream().map(InputFile::uri).toList(), nested);
  }

  @Override
  public List<String> columns() {
    return List.copyOf(nested.keySet());
  }

  @Override
  public Dataset<Row> cells(WantedColumns wanted) {
    checkNames(wanted);
    StructType cells = new StructType();
    for (String name : wanted.names()) {
      if (nested.getOrDefault(name, false)) {
        throw WinnowException.usage(
            "%s: column '%s' holds objects or lists; take plain parts of it with source.sql"
                .formatted(paths.get(0), name));
      }
      cells = cells.add(name, DataTypes.StringType);
    }
    return Positions.numbered(
        spark
            .read()
            .schema(cells.add(LINE, DataTypes.StringType))
            .option("mode", "PERMISSIVE")
            .option("columnNameOfCorruptRecord", LINE)
            .json(paths.toArray(new String[0])));
  }

  @Override
  public Dataset<Row> view() {
    StructType found = inferred();
    StructType columns =
        new StructType(
            Arrays.stream(found.fields())
                .filter(field -> !field.name().equals(LINE))
                .toArray(org.apache.spark.sql.types.StructField[]::new));
    return spark
        .read()
        .schema(columns.add(LINE, DataTypes.StringType))
        .option("columnNameOfCorruptRecord", LINE)
        .json(paths.toArray(new String[0]));
  }

  /** A writer may leave out empty cells, so a column may begin after the first lines. */
  private void checkNames(WantedColumns wanted) {
    if (nested.keySet().containsAll(wanted.names())) {
      return;
    }
    List<String> all = new ArrayList<>(Arrays.asList(inferred().fieldNames()));
    all.remove(LINE);
    wanted.positions(paths.get(0), all);
  }

  private StructType inferred() {
    return spark
        .read()
        .option("columnNameOfCorruptRecord", LINE)
        .json(paths.toArray(new String[0]))
        .schema();
  }

  /** A line that is no object becomes a reject when it is read as a row. */
  private static JsonNode object(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      return Json.MAPPER.createObjectNode();
    }
  }
}
