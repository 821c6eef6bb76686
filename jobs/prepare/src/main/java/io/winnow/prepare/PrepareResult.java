package io.winnow.prepare;

import io.winnow.core.manifest.DedupReport;
import io.winnow.core.manifest.FeatureReport;
import io.winnow.core.manifest.InputReport;
import io.winnow.core.manifest.PreparedReport;
import io.winnow.core.manifest.RowCounts;
import io.winnow.core.manifest.SplitReport;
import io.winnow.core.manifest.StageReport;
import io.winnow.core.manifest.Warning;
import io.winnow.core.pipeline.FittedPipeline;
import java.util.List;

/** What preparing a table gave, for the manifest and for what follows. */
public record PrepareResult(
    RowCounts rows,
    DedupReport dedup,
    List<StageReport> stages,
    SplitReport split,
    FeatureReport features,
    PreparedReport prepared,
    List<InputReport> inputs,
    FittedPipeline pipeline,
    List<Warning> warnings) {}
