package dev.csai.chat.egress;

import dev.csai.shared.egress.AddressPolicy;
import dev.csai.shared.egress.AddressRefused;
import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Gives a client the addresses it connects to, after a look at them. There is no second look-up between the check and
 * the connection that could answer otherwise.
 */
final class GuardedAddresses extends AddressResolverGroup<InetSocketAddress> {

    private final AddressResolverGroup<InetSocketAddress> names;
    private final AddressPolicy policy;

    GuardedAddresses(AddressResolverGroup<InetSocketAddress> names, AddressPolicy policy) {
        this.names = names;
        this.policy = policy;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Guarded(executor, names.getResolver(executor));
    }

    @Override
    public void close() {
        super.close();
        names.close();
    }

    private final class Guarded extends AbstractAddressResolver<InetSocketAddress> {

        private final AddressResolver<InetSocketAddress> lookUps;

        Guarded(EventExecutor executor, AddressResolver<InetSocketAddress> lookUps) {
            super(executor, InetSocketAddress.class);
            this.lookUps = lookUps;
        }

        /** Never, or the client would connect to a literal address without asking. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress wanted, Promise<InetSocketAddress> first) {
            Promise<List<InetSocketAddress>> all = executor().newPromise();
            all.addListener((Future<List<InetSocketAddress>> found) -> {
                if (found.isSuccess()) {
                    first.trySuccess(found.getNow().getFirst());
                } else {
                    first.tryFailure(found.cause());
                }
            });
            doResolveAll(wanted, all);
        }

        @Override
        protected void doResolveAll(InetSocketAddress wanted, Promise<List<InetSocketAddress>> all) {
            if (!wanted.isUnresolved()) {
                settle(wanted, List.of(wanted), all);
                return;
            }
            lookUps.resolveAll(wanted).addListener((Future<List<InetSocketAddress>> found) -> {
                if (found.isSuccess()) {
                    settle(wanted, found.getNow(), all);
                } else {
                    all.tryFailure(found.cause());
                }
            });
        }

        private void settle(InetSocketAddress wanted, List<InetSocketAddress> found,
                Promise<List<InetSocketAddress>> all) {
            List<InetAddress> addresses = found.stream().map(InetSocketAddress::getAddress).toList();
            try {
                policy.check(wanted.getHostString(), wanted.getPort(), addresses);
                all.trySuccess(found);
            } catch (AddressRefused refused) {
                all.tryFailure(refused);
            }
        }
    }
}
