package io.winnow.core.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One of the JSON Schemas in {@code schemas/}, with its local references resolved on demand. */
record SchemaDocument(String name, JsonNode root) {

  static final String FOLDER = "io/winnow/schemas/";

  /** Reads a schema from the class path, as {@code "pipeline.schema.json"}. */
  static SchemaDocument load(String name) {
    try (InputStream in =
        SchemaDocument.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no schema " + name + " on the class path");
      }
      return new SchemaDocument(name, Json.MAPPER.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A schema node together with the document that its references are local to. */
  record Located(SchemaDocument document, JsonNode node) {

    /** The node that {@code $ref} leads to, or this one. */
    Located resolved() {
      JsonNode reference = node.get("$ref");
      if (reference == null) {
        return this;
      }
      String target = reference.textValue();
      int hash = target.indexOf('#');
      String file = hash < 0 ? target : target.substring(0, hash);
      SchemaDocument at = file.isEmpty() ? document : load(file);
      JsonNode found = hash < 0 ? at.root : at.root.at(target.substring(hash + 1));
      return new Located(at, found).resolved();
    }
  }
}
