using EvalHarness.Providers.Endpoints.Limits;

namespace EvalHarness.Tests.Providers.Endpoints.Limits;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ConcurrencyGateTests
{
    private readonly ConcurrencyGate gate = new(1);

    [Test]
    public async Task The_next_enters_when_one_leaves()
    {
        await gate.EnterAsync(CancellationToken.None);
        var next = gate.EnterAsync(CancellationToken.None);
        Assert.That(next.IsCompleted, Is.False);

        gate.Leave();

        await next;
        Assert.That(gate.Inside, Is.EqualTo(1));
    }

    [Test]
    public async Task Who_gives_up_takes_no_place()
    {
        using var cancellation = new CancellationTokenSource();
        await gate.EnterAsync(CancellationToken.None);
        var impatient = gate.EnterAsync(cancellation.Token);
        var patient = gate.EnterAsync(CancellationToken.None);

        await cancellation.CancelAsync();
        gate.Leave();

        Assert.That(async () => await impatient, Throws.InstanceOf<OperationCanceledException>());
        await patient;
        Assert.That(gate.Inside, Is.EqualTo(1));
    }

    [Test]
    public async Task A_larger_limit_lets_waiters_in_at_once()
    {
        await gate.EnterAsync(CancellationToken.None);
        var next = gate.EnterAsync(CancellationToken.None);

        gate.Resize(2);

        await next;
        Assert.That(gate.Inside, Is.EqualTo(2));
    }

    [Test]
    public async Task A_smaller_limit_holds_until_enough_have_left()
    {
        gate.Resize(3);
        for (var i = 0; i < 3; i++)
            await gate.EnterAsync(CancellationToken.None);

        gate.Resize(1);
        gate.Leave();
        gate.Leave();
        var next = gate.EnterAsync(CancellationToken.None);

        Assert.That(next.IsCompleted, Is.False);
        gate.Leave();
        await next;
    }
}
