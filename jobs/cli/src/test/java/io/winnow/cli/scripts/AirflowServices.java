package io.winnow.cli.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Scheduler and API server of Airflow 3 on the loopback address, which work off the runs that its
 * database holds. They begin none of their own by the schedule.
 */
final class AirflowServices implements AutoCloseable {
  private static final long LIMIT = TimeUnit.MINUTES.toNanos(15);

  private final AirflowVenv airflow;
  private final List<Process> processes;

  private AirflowServices(AirflowVenv airflow, List<Process> processes) {
    this.airflow = airflow;
    this.processes = processes;
  }

  static AirflowServices start(AirflowVenv venv) throws Exception {
    int port = freePort();
    String server = "http://127.0.0.1:" + port;
    Map<String, String> settings = new HashMap<>();
    settings.put("AIRFLOW__API__HOST", "127.0.0.1");
    settings.put("AIRFLOW__API__PORT", String.valueOf(port));
    settings.put("AIRFLOW__API__BASE_URL", server);
    settings.put("AIRFLOW__API__WORKERS", "1");
    settings.put("AIRFLOW__CORE__EXECUTION_API_SERVER_URL", server + "/execution/");
    settings.put("AIRFLOW__CORE__EXECUTOR", "LocalExecutor");
    settings.put("AIRFLOW__CORE__PARALLELISM", "1");
    settings.put("AIRFLOW__API_AUTH__JWT_SECRET", "only-for-tests-only-for-tests-only-for-tests");
    settings.put("AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT", String.valueOf(freePort()));
    settings.put("AIRFLOW__SCHEDULER__USE_JOB_SCHEDULE", "False");
    AirflowVenv airflow = venv.with(settings);
    Process api = airflow.start("api-server");
    AirflowServices services = new AirflowServices(airflow, new ArrayList<>(List.of(api)));
    // A task that the scheduler starts before the server answers has failed.
    services.await(() -> isOpen(port));
    services.processes.add(airflow.start("scheduler"));
    return services;
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Asks every few seconds until something is so, while all of them are alive. */
  void await(Callable<Boolean> isSo) throws Exception {
    long begun = System.nanoTime();
    while (!isSo.call()) {
      processes.get(0).waitFor(3, TimeUnit.SECONDS);
      assertThat(processes).as("see %s", airflow.log("scheduler")).allMatch(Process::isAlive);
      assertThat(System.nanoTime() - begun).as("nanoseconds").isLessThan(LIMIT);
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      List<ProcessHandle> all =
          Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
      process.destroy();
      process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
