package io.winnow.cli.report;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.winnow.core.manifest.Manifest;
import io.winnow.network.estimate.Estimate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * {@code report/index.html}: one page that tells a person what a run did. It stands for itself: no
 * scripts, and nothing is loaded from elsewhere.
 */
public final class HtmlReport {
  private static final Configuration TEMPLATES = templates();

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param estimate memory of one worker, layer by layer
   * @param path of the run's folder
   */
  public static byte[] of(Manifest manifest, Estimate estimate, String path) {
    StringWriter page = new StringWriter();
    try {
      TEMPLATES.getTemplate("report.ftlh").process(ReportView.of(manifest, estimate, path), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("report: " + e.getMessage(), e);
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Configuration templates() {
    Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    templates.setClassForTemplateLoading(HtmlReport.class, "");
    templates.setObjectWrapper(new DefaultObjectWrapper(Configuration.VERSION_2_3_34));
    templates.setDefaultEncoding("UTF-8");
    templates.setLocale(Locale.ROOT);
    templates.setNumberFormat(",##0.####");
    templates.setBooleanFormat("yes,no");
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    return templates;
  }
}
