package io.winnow.cli.stores;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.AbstractFileSystem;
import org.apache.hadoop.fs.FilterFs;
import org.apache.hadoop.fs.Path;

/** HDFS as FileContext sees it, whose renames replace, with faults. */
public final class FaultyHdfsContext extends FilterFs {
  /** As Hadoop makes it. */
  public FaultyHdfsContext(URI uri, Configuration configuration) throws URISyntaxException {
    super(plain(uri, configuration));
  }

  private static AbstractFileSystem plain(URI uri, Configuration configuration) {
    Configuration plain = new Configuration(configuration);
    plain.set("fs.AbstractFileSystem.hdfs.impl", "org.apache.hadoop.fs.Hdfs");
    try {
      return AbstractFileSystem.createFileSystem(uri, plain);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void renameInternal(Path from, Path to, boolean overwrite) throws IOException {
    Faults.step(
        "rename",
        to,
        () -> {
          super.renameInternal(from, to, overwrite);
          return to;
        });
  }
}
