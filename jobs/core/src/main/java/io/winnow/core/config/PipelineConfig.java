package io.winnow.core.config;

import io.winnow.core.config.network.NetworkConfig;
import io.winnow.core.metrics.Metric;
import io.winnow.core.profile.ProfileConfig;
import io.winnow.core.profile.check.CheckConfig;
import io.winnow.core.step.encode.EncodeConfig;
import io.winnow.core.step.impute.ImputeConfig;
import io.winnow.core.step.outlier.OutlierConfig;
import io.winnow.core.step.pca.PcaConfig;
import io.winnow.core.step.scale.ScaleConfig;
import io.winnow.core.step.select.SelectConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pipeline file, validated and with its defaults filled in. Keys, allowed values and defaults
 * stand in {@code schemas/pipeline.schema.json}.
 *
 * @param root folder or URI that holds {@code runs/} and {@code current/}
 * @param schema path of the table schema, as the file has it
 * @param derive null when nothing is derived
 * @param select null when every feature stays
 * @param pca null when no principal components are made
 * @param network null in a pipeline that only prepares data
 * @param retention null when every run stays
 */
public record PipelineConfig(
    String pipeline,
    String root,
    SourceConfig source,
    String schema,
    LabelConfig label,
    ProfileConfig profile,
    List<CheckConfig> checks,
    SensitiveConfig sensitive,
    @Nullable DeriveConfig derive,
    RejectsConfig rejects,
    DedupConfig dedup,
    SplitConfig split,
    FitConfig fit,
    OutlierConfig outlier,
    ImputeConfig impute,
    EncodeConfig encode,
    ScaleConfig scale,
    @Nullable SelectConfig select,
    @Nullable PcaConfig pca,
    OutputConfig output,
    @Nullable NetworkConfig network,
    TrainingConfig training,
    MemoryConfig memory,
    Map<Metric, GateConfig> gates,
    @Nullable RetentionConfig retention) {}
