using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

public class InjectedFaultsTests
{
    private const int Questions = 200;

    [TestCaseSource(typeof(WireSettings), nameof(WireSettings.All))]
    public async Task Every_row_is_answered_and_tries_and_tokens_are_the_servers_own_counts(object settings)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = RandomFaults.Usual(seed: 20261123) });
        using var wire = new WirePipeline(stub, (WireSettings)settings);

        var traces = await Task.WhenAll(Enumerable.Range(0, Questions).Select(i => wire.AskAsync($"Question {i}?")));
        var counts = await stub.QuietCountsAsync();
        var tries = traces.SelectMany(t => t.Tries()).ToList();

        Assert.That(traces.Where(t => t.Answer is null).Select(t => $"{t.Error}"), Is.Empty);
        Assert.That(tries, Has.Count.EqualTo(counts.Requests).And.Count.GreaterThan(Questions));
        Assert.That(counts.Calls, Is.EqualTo(Questions));
        Assert.That(counts.Answered, Is.EqualTo(Questions), "nothing is paid twice");
        Assert.That(
            tries.GroupBy(t => t.Status == "ok" ? "200" : t.Status).ToDictionary(g => g.Key, g => g.Count()),
            Is.EquivalentTo(counts.Statuses));
        Assert.That(traces.Sum(t => t.Call().Usage!.Input), Is.EqualTo(counts.InputTokens));
        Assert.That(traces.Sum(t => t.Call().Usage!.Output), Is.EqualTo(counts.OutputTokens));
    }
}
