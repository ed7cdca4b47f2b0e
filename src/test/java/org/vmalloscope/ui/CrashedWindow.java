package org.vmalloscope.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.vmalloscope.app.WindowApplication;

/// The real window in a process of its own, driven from inside by what CrashTest writes to its standard input: one
/// command a line, each answered by a line.
final class CrashedWindow {
    private CrashedWindow() {}

    public static void main(String[] arguments) {
        Thread driver = new Thread(CrashedWindow::obey);
        driver.setDaemon(true);
        driver.start();
        Application.launch(WindowApplication.class, arguments);
        System.exit(0);
    }

    private static void obey() {
        try (var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                String wanted = command;
                System.out.println(answer(() -> obey(wanted)));
            }
        } catch (IOException | InterruptedException | ExecutionException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /// Asks on the FX thread, again and again while the answer is empty: things take their time.
    private static String answer(Callable<String> question) throws InterruptedException, ExecutionException {
        while (true) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            try {
                Platform.runLater(() -> {
                    try {
                        answer.complete(question.call());
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                });
                String given = answer.get();
                if (!given.isEmpty()) {
                    return given;
                }
            } catch (IllegalStateException notStarted) {
                // JavaFX is not there yet.
            }
            Thread.sleep(50);
        }
    }

    private static String obey(String command) {
        if (Window.getWindows().isEmpty()) {
            return "";
        }
        CodeArea area = (CodeArea) node("editor");
        return switch (command.split(" ", 2)[0]) {
            case "text" -> Base64.getEncoder().encodeToString(area.getText().getBytes(StandardCharsets.UTF_8));
            case "type" -> area.getText().isEmpty() ? "" : type(area, command.substring("type ".length()));
            case "offer" -> node("recovery").isVisible() ? ((Labeled) node("recovery-text")).getText() : "none";
            case "restore" -> press("recovery.restore");
            case "discard" -> press("recovery.discard");
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static String type(CodeArea area, String text) {
        area.insertText(TextPos.ofLeading(0, 0), text + "\n", null);
        return "typed";
    }

    private static String press(String button) {
        ((Button) node(button)).fire();
        return "pressed";
    }

    private static Node node(String id) {
        return Window.getWindows().getFirst().getScene().getRoot().lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElseThrow();
    }
}
