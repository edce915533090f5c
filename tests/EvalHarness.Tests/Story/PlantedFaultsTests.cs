namespace EvalHarness.Tests.Story;

/// <summary>Known faults, each with a twin in which nothing is wrong: docs/planted-faults.md holds what this prints.</summary>
[NonParallelizable]
internal sealed class PlantedFaultsTests
{
    private HelpdeskFaults faults = null!;

    private static IReadOnlyList<PlantedFault> All => PlantedFaultList.All;

    [OneTimeSetUp]
    public async Task Start() => faults = await HelpdeskFaults.StartAsync();

    [OneTimeTearDown]
    public async Task Remove() => await faults.DisposeAsync();

    [TestCaseSource(nameof(All))]
    public async Task A_planted_fault_is_found_and_rightly_named_and_its_twin_is_let_pass(PlantedFault planted)
    {
        var found = await planted.Fault(faults);
        var twin = await planted.Harmless(faults);
        TestContext.Out.WriteLine($"| {planted.Name} | `{planted.FoundBy}`, exit {found.ExitCode} | {found.Says} | {planted.Twin}: exit {twin.ExitCode}, {twin.Says} |");

        Assert.That(found.ExitCode, Is.EqualTo(planted.ExitCode), found.Says);
        foreach (var name in planted.Names)
            Assert.That(found.Says, Does.Contain(name));
        Assert.That(twin.ExitCode, Is.Zero, twin.Says);
        Assert.That(twin.Says, Does.StartWith("PROMOTE").Or.StartWith("QUIET").Or.EqualTo("0 leaks"));
    }

    [Test]
    public async Task Without_anchors_a_judge_that_drifted_hides_what_production_invents()
    {
        var honest = await faults.ServedNightAsync("honest", s => s.IsInventing = true);
        var hidden = await faults.ServedNightAsync("hidden", s => s.IsInventing = s.IsLenient = true, isAnchored: false);
        var anchored = await faults.ServedNightAsync("anchored", s => s.IsInventing = s.IsLenient = true);

        Assert.That((honest.ExitCode, hidden.ExitCode, anchored.ExitCode), Is.EqualTo((1, 0, 3)), $"{honest.Says} {hidden.Says} {anchored.Says}");
        Assert.That(honest.Says, Does.StartWith("ALARM: unsupported-answer"));
        Assert.That(hidden.Says, Does.StartWith("QUIET"));
        Assert.That(anchored.Says, Does.StartWith("INVALID: judge 'strict' drifted"));
    }

    // Known, and told in docs/planted-faults.md: at night the metric is watched all the same.
    [Test]
    public async Task The_gate_lets_no_stale_answer_decide_whose_matcher_nobody_measured()
    {
        var gate = await faults.GateAsync("retrieval", "stale", "reworded-prompt", "--limit", "120");

        // Whichever looks were spent before it.
        Assert.That(gate.ExitCode, Is.EqualTo(3));
        Assert.That(gate.Says, Does.StartWith("INVALID: ").And.Contain("stale-answer is judged, and no calibration is made of its judge: it can be information only"));
    }

    [Test]
    public void Each_fault_stands_in_the_page_that_tells_of_them()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "planted-faults.md"));

        foreach (var planted in All)
            Assert.That(page, Does.Contain($"| {planted.Name} | `{planted.FoundBy}`, exit {planted.ExitCode} |"));
    }
}
