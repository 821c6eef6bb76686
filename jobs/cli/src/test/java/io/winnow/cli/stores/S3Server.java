package io.winnow.cli.stores;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A real S3 server, S3Proxy over memory, that ends with the JVM. It lives in a class loader of its
 * own, so that its libraries never meet Spark's.
 */
final class S3Server {
  static final String ACCESS_KEY = "winnow";
  static final String SECRET_KEY = "only-for-tests";

  private static final Path JAR = Path.of("target/s3proxy/s3proxy.jar").toAbsolutePath();

  private final URI endpoint;

  private S3Server(URI endpoint) {
    this.endpoint = endpoint;
  }

  static S3Server start() throws Exception {
    // Never closed: the server runs until the JVM ends.
    @SuppressWarnings("resource")
    URLClassLoader loader =
        new URLClassLoader(
            "s3proxy", new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Properties settings = new Properties();
      settings.setProperty("s3proxy.endpoint", "http://127.0.0.1:0");
      settings.setProperty("s3proxy.authorization", "aws-v2-or-v4");
      settings.setProperty("s3proxy.identity", ACCESS_KEY);
      settings.setProperty("s3proxy.credential", SECRET_KEY);
      Object store =
          loader
              .loadClass("org.gaul.s3proxy.nio2blob.TransientNio2BlobStore")
              .getConstructor()
              .newInstance();
      Class<?> type = loader.loadClass("org.gaul.s3proxy.S3Proxy$Builder");
      Object builder = type.getMethod("fromProperties", Properties.class).invoke(null, settings);
      type.getMethod("blobStore", loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore"))
          .invoke(builder, store);
      Object proxy = type.getMethod("build").invoke(builder);
      proxy.getClass().getMethod("start").invoke(proxy);
      while (!"STARTED".equals(proxy.getClass().getMethod("getState").invoke(proxy))) {
        Thread.onSpinWait();
      }
      Object port = proxy.getClass().getMethod("getPort").invoke(proxy);
      return new S3Server(URI.create("http://127.0.0.1:" + port));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  void createBucket(String name) {
    createBucket(endpoint.toString(), name);
  }

  static void createBucket(String endpoint, String name) {
    AmazonS3 client =
        AmazonS3ClientBuilder.standard()
            .withPathStyleAccessEnabled(true)
            .withEndpointConfiguration(new EndpointConfiguration(endpoint, "us-east-1"))
            .withCredentials(
                new AWSStaticCredentialsProvider(new BasicAWSCredentials(ACCESS_KEY, SECRET_KEY)))
            .build();
    client.createBucket(name);
    client.shutdown();
  }
}
