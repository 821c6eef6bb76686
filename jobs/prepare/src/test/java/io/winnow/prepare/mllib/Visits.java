package io.winnow.prepare.mllib;

import io.winnow.prepare.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** A table with missing cells, outliers and rare categories, and a pipeline with every step. */
final class Visits {
  static final int ROWS = 400;

  private static final String CONFIG =
      """
      pipeline: visits
      root: root
      source: {path: visits.csv}
      schema: visits-table.yaml
      label: {column: label, map: {"1": ill, "*": well}}
      split: {strategy: column, column: fold, seed: 5}
      sensitive:
        keyVariable: PATH
        columns: {doctor: {action: hash}, phone: {action: mask, keepFirst: 1}, name: {}}
      derive: {columns: {at: {parts: [month, hour], cyclic: true}}}
      outlier:
        columns:
          pulse: {action: delete, k: 3}
          weight: {action: clip}
          height: {rule: zScore, action: replace}
          sugar: {rule: modifiedZScore, action: setMissing}
      impute:
        numeric: median
        categorical: mode
        indicator: true
        columns:
          weight: {strategy: knn}
          ward: {strategy: knn}
          height: {strategy: mean}
          age: {strategy: dropRow}
          score: {strategy: sentinel}
          visits: {strategy: constant, value: 2}
          diet: {strategy: none}
          sugar: {strategy: auto}
        knn: {k: 3, features: all, weights: distance}
      encode:
        minFrequency: 5
        columns: {doctor: {maxCategories: 2}, diet: {strategy: ordinal}, town: {strategy: hash, buckets: 7}}
      scale:
        columns: {sugar: {strategy: log}, height: {strategy: robust}, age: {strategy: minMax}}
      select: {variance: {min: 0.001}, correlation: {max: 0.99}, mutualInformation: {top: 20}}
      """;
  private static final String SCHEMA =
      """
      table: visits
      missing: ["?"]
      columns:
        - {name: id, type: category, role: key}
        - {name: pulse, type: number}
        - {name: weight, type: number}
        - {name: height, type: number}
        - {name: sugar, type: number}
        - {name: age, type: integer}
        - {name: score, type: number}
        - {name: visits, type: integer}
        - {name: ward, type: category}
        - {name: diet, type: category}
        - {name: town, type: category}
        - {name: doctor, type: category}
        - {name: phone, type: category}
        - {name: name, type: text, role: ignore}
        - {name: at, type: date, role: ignore}
        - {name: label, type: category, role: label}
      """;
  private static final String HEADER =
      "id,pulse,weight,height,sugar,age,score,visits,ward,diet,town,doctor,phone,name,at,label,fold";

  private Visits() {}

  /** Writes pipeline file, schema and table. */
  static Path write(Path folder) {
    try {
      Files.writeString(folder.resolve("visits-table.yaml"), SCHEMA);
      Files.writeString(
          folder.resolve("regression-table.yaml"),
          SCHEMA
              .replace("category, role: label", "category, role: ignore")
              .replace("pulse, type: number", "pulse, type: number, role: label"));
      Files.write(folder.resolve("visits.csv"), lines());
      return Files.writeString(folder.resolve("visits.yaml"), CONFIG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The table as texts. */
  static Dataset<Row> texts(Path folder) {
    return LocalSpark.session()
        .read()
        .option("header", true)
        .csv(folder.resolve("visits.csv").toString());
  }

  /** The table with a type for each column; what no type takes is missing. */
  static Dataset<Row> typed(Path folder) {
    return texts(folder)
        .select(
            functions.expr("int(id)").as("id"),
            // Half of a float is a float, so that no bit is lost.
            functions.expr("float(pulse)").as("pulse"),
            functions.expr("if(weight is null, double('NaN'), double(weight))").as("weight"),
            functions.expr("cast(height as decimal(12, 3))").as("height"),
            functions.expr("double(sugar)").as("sugar"),
            functions.expr("smallint(age)").as("age"),
            functions.col("score"),
            functions.expr("bigint(visits)").as("visits"),
            functions.col("ward"),
            functions.col("diet"),
            functions.col("town"),
            functions.col("doctor"),
            functions.col("phone"),
            functions.col("name"),
            functions.expr("to_timestamp(at)").as("at"),
            functions.expr("int(label)").as("label"),
            functions.col("fold"));
  }

  private static List<String> lines() {
    SplittableRandom random = new SplittableRandom(11);
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 0; i < ROWS; i++) {
      double size = random.nextDouble();
      List<String> cells =
          List.of(
              String.valueOf(1000 + i),
              missing(
                  random, 0, i % 97 == 5 ? "900" : String.valueOf(60 + random.nextInt(60) * 0.5)),
              missing(random, 15, i % 50 == 7 ? "400.5" : String.valueOf(50 + 60 * size)),
              missing(
                  random,
                  10,
                  i % 60 == 9 ? "990" : "1%02d.%d".formatted((int) (50 + 40 * size), i % 10)),
              missing(
                  random,
                  20,
                  i % 70 == 3 ? "1e6" : String.valueOf(random.nextDouble() * 9 + i % 2)),
              missing(random, 5, String.valueOf(18 + random.nextInt(60))),
              missing(random, 20, String.valueOf(random.nextInt(1000) / 8.0)),
              missing(random, 10, String.valueOf(random.nextInt(9))),
              missing(random, 15, size > 0.5 ? "upper" : "lower"),
              missing(random, 20, List.of("none", "salt", "fat").get(random.nextInt(3))),
              i > 390 ? "elsewhere" : "town" + random.nextInt(20),
              missing(random, 5, "Dr " + random.nextInt(4)),
              missing(random, 5, random.nextInt(3) + "17" + random.nextInt(10)),
              "name" + i,
              missing(random, 10, Instant.ofEpochSecond(1_000_000L * i).toString()),
              i % 41 == 0 ? "" : String.valueOf(random.nextInt(100) < 100 * size ? 1 : 0),
              i % 4 == 3 ? "test" : "train");
      lines.add(String.join(",", cells));
    }
    return lines;
  }

  private static String missing(SplittableRandom random, int percent, String cell) {
    return random.nextInt(100) < percent ? "" : cell;
  }
}
