package io.winnow.cli.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a server and spoils a share of the requests: answers 500 or 503, or drops the
 * connection. Ends with the JVM.
 */
final class FlakyServer {
  private static final String[] ANSWERS = {"500 Internal Server Error", "503 Slow Down", ""};

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger spoilt = new AtomicInteger();
  private final URI server;
  private final double share;
  private final Random random;

  FlakyServer(URI server, double share, long seed) throws IOException {
    this.server = server;
    this.share = share;
    this.random = new Random(seed);
    start(this::accept);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** How many requests were spoilt. */
  int spoilt() {
    return spoilt.get();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client;
        Socket behind = new Socket(server.getHost(), server.getPort())) {
      Answers answers = new Answers(behind.getInputStream(), client.getOutputStream());
      start(answers::pump);
      InputStream in = client.getInputStream();
      byte[] bytes = new byte[1 << 16];
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        if (answers.endedRequest() && isSpoilt()) {
          spoil(client.getOutputStream());
          return;
        }
        behind.getOutputStream().write(bytes, 0, read);
      }
    }
  }

  private synchronized boolean isSpoilt() {
    return random.nextDouble() < share;
  }

  private void spoil(OutputStream out) throws IOException {
    String answer = ANSWERS[spoilt.getAndIncrement() % ANSWERS.length];
    if (!answer.isEmpty()) {
      String head = "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  /** What comes back; after each answer the next bytes of the client begin a request. */
  private static final class Answers {
    private final InputStream from;
    private final OutputStream to;
    private boolean isBetween = true;

    Answers(InputStream from, OutputStream to) {
      this.from = from;
      this.to = to;
    }

    void pump() throws IOException {
      byte[] bytes = new byte[1 << 16];
      for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
        synchronized (this) {
          isBetween = true;
        }
        to.write(bytes, 0, read);
        to.flush();
      }
    }

    synchronized boolean endedRequest() {
      boolean between = isBetween;
      isBetween = false;
      return between;
    }
  }

  /** Something that ends when a connection does. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
