package io.winnow.prepare.dedup;

import io.winnow.core.config.DedupConfig;
import io.winnow.core.config.LabelConfig;
import io.winnow.core.config.LabelScale;
import io.winnow.core.config.MissingLabel;
import io.winnow.core.pipeline.RowKeyText;
import io.winnow.core.row.RowBlock;
import io.winnow.core.row.RowLayout;
import io.winnow.core.row.SensitiveCells;
import io.winnow.core.row.TypedRow;
import io.winnow.core.schema.ColumnSchema;
import io.winnow.core.schema.ColumnType;
import io.winnow.core.schema.Role;
import io.winnow.core.schema.TableSchema;
import io.winnow.prepare.LocalSpark;
import io.winnow.prepare.block.BlockParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** A table to deduplicate, and the deduplicating of it. */
final class DedupTable {
  private static final LabelConfig LABEL =
      new LabelConfig("label", null, null, MissingLabel.DROP, LabelScale.STANDARD);

  private final TableSchema schema;

  /** A table whose columns are {@code name:type:role} each. */
  DedupTable(String... columns) {
    List<ColumnSchema> declared = new ArrayList<>();
    for (String column : columns) {
      String[] parts = column.split(":", -1);
      declared.add(
          new ColumnSchema(
              parts[0],
              ColumnType.valueOf(parts[1]),
              Role.valueOf(parts[2]),
              "",
              List.of(),
              null,
              null,
              null,
              null));
    }
    schema = new TableSchema("test", "", true, List.of(), declared);
  }

  /** Rows of texts; a blank cell is missing. */
  static List<Row> rows(String... lines) {
    return Arrays.stream(lines)
        .map(line -> RowFactory.create((Object[]) line.split(",", -1)))
        .toList();
  }

  /** Deduplicates rows in so many partitions. */
  Outcome run(DedupConfig config, List<Row> rows, int partitions, Path audit) {
    JavaSparkContext context = new JavaSparkContext(LocalSpark.session().sparkContext());
    return run(config, context.parallelize(rows, partitions), audit);
  }

  private StructType texts() {
    StructType texts = new StructType();
    for (String name : schema.names()) {
      texts = texts.add(name, DataTypes.StringType);
    }
    return texts;
  }

  /** Deduplicates rows of an RDD. */
  Outcome run(DedupConfig config, JavaRDD<Row> rows, Path audit) {
    SplitlessLayout made = new SplitlessLayout(schema, config);
    JavaRDD<RowBlock> blocks =
        new BlockParser(schema, made.layout(), LABEL, SensitiveCells.NONE)
            .blocks(LocalSpark.session().createDataFrame(rows, texts()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    long count = blocks.map(block -> (long) block.size()).fold(0L, Long::sum);
    List<String> progress = new ArrayList<>();
    Deduplication.Distinct distinct =
        new Deduplication(LocalSpark.session(), schema, made.layout(), config, blocks, count)
            .run(audit.toString(), progress::add);
    return new Outcome(distinct, schema, made.layout(), audit, progress);
  }

  /** What is carried when there is neither label nor split: keys and what is compared. */
  private record SplitlessLayout(RowLayout layout) {
    SplitlessLayout(TableSchema schema, DedupConfig config) {
      this(
          Deduplication.carried(
              new RowLayout(List.of(), List.of())
                  .with(
                      schema,
                      schema.columns().stream()
                          .filter(column -> column.role() == Role.KEY)
                          .map(ColumnSchema::name)
                          .toList()),
              schema,
              config));
    }
  }

  /** What deduplicating gave. */
  record Outcome(
      Deduplication.Distinct distinct,
      TableSchema schema,
      RowLayout layout,
      Path audit,
      List<String> progress) {

    /** Keys of the rows that stay, sorted. */
    List<String> keys() {
      return each((row, keys) -> keys.of(row));
    }

    /** Keys and units of the rows that stay, sorted. */
    List<String> units() {
      return each((row, keys) -> keys.of(row) + " " + row.unit().toHex());
    }

    /** The audit table as text, sorted; empty if there is none. */
    List<String> auditRows() {
      if (!Files.exists(audit)) {
        return List.of();
      }
      return LocalSpark.session().read().parquet(audit.toString()).collectAsList().stream()
          .map(row -> row.mkString("|"))
          .sorted()
          .toList();
    }

    private List<String> each(Shown shown) {
      TableSchema table = schema;
      RowLayout rowLayout = layout;
      List<String> texts = new ArrayList<>();
      for (RowBlock block : distinct.blocks().collect()) {
        TypedRow row = new TypedRow(rowLayout);
        RowKeyText keys = new RowKeyText(table, rowLayout);
        for (int i = 0; i < block.size(); i++) {
          block.read(i, row);
          texts.add(shown.of(row, keys));
        }
      }
      return texts.stream().sorted().toList();
    }

    private interface Shown {
      String of(TypedRow row, RowKeyText keys);
    }
  }
}
