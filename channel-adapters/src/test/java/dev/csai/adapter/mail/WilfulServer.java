package dev.csai.adapter.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.RcptCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that puts off or refuses the addresses it is told to, as greylisting servers do. */
final class WilfulServer extends GreenMail {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    WilfulServer(ServerSetup setup) {
        super(setup);
    }

    void putOff(String address) {
        answers.put(address, "451 4.7.1 <" + address + ">: Greylisted, please come back later");
    }

    void refuse(String address) {
        answers.put(address, "550 5.1.1 <" + address + ">: Recipient address rejected");
    }

    void take(String address) {
        answers.remove(address);
    }

    /** How often somebody wanted to hand over a mail to the address. */
    long timesAsked(String address) {
        return asked.stream().filter(command -> command.contains("<" + address + ">")).count();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Map<String, AbstractServer> services = new HashMap<>();
        for (ServerSetup setup : setups) {
            services.put(setup.getProtocol(), new Smtp(setup, managers));
        }
        return services;
    }

    private final class Smtp extends SmtpServer {

        Smtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new SmtpHandler(new Commands(), managers.getSmtpManager(), client);
        }
    }

    private final class Commands extends SmtpCommandRegistry {

        @Override
        public SmtpCommand getCommand(String name) {
            return "RCPT".equalsIgnoreCase(name) ? new Recipient() : super.getCommand(name);
        }
    }

    private final class Recipient extends RcptCommand {

        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String command) {
            asked.add(command);
            answers.entrySet().stream().filter(entry -> command.contains("<" + entry.getKey() + ">")).findAny()
                    .ifPresentOrElse(entry -> connection.send(entry.getValue()),
                            () -> super.execute(connection, state, manager, command));
        }
    }
}
