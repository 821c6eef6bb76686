package io.winnow.prepare.store;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.protocol.AlreadyBeingCreatedException;
import org.apache.hadoop.ipc.RemoteException;

/** HDFS, where only FileContext's rename replaces a file, and one caller alone creates one. */
final class HdfsFiles extends AtomicFiles {
  HdfsFiles(FileSystem files) {
    super(files);
  }

  @Override
  void replace(Path file, Path draft, byte[] content) throws IOException {
    write(draft, content);
    files().mkdirs(file.getParent());
    FileContext.getFileContext(files().getUri(), files().getConf())
        .rename(draft, file, Options.Rename.OVERWRITE);
  }

  @Override
  boolean create(Path file, byte[] content) throws IOException {
    try (FSDataOutputStream out = files().create(file, false)) {
      out.write(content);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (RemoteException e) {
      // Another caller has created the file, and is writing it at this moment.
      if (e.unwrapRemoteException() instanceof AlreadyBeingCreatedException) {
        return false;
      }
      throw e;
    }
  }
}
