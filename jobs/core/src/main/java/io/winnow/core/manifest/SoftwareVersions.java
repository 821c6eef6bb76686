package io.winnow.core.manifest;

/**
 * What the program ran on.
 *
 * @param backend of ND4J: {@code cpu} or {@code cuda}
 */
public record SoftwareVersions(
    String java, String spark, String hadoop, String dl4j, String nd4j, String backend) {}
