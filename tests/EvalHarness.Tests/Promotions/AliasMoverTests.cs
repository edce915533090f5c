using EvalHarness.Checkpoints;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Tests.Checkpoints;

namespace EvalHarness.Tests.Promotions;

internal sealed class AliasMoverTests
{
    private PromotionCase given = null!;

    [SetUp]
    public void Set_up() => given = new PromotionCase();

    [TearDown]
    public void Tear_down() => given.Dispose();

    [Test]
    public async Task A_verdict_about_this_checkpoint_moves_the_alias()
    {
        var result = await given.PromoteAsync();

        Assert.That(result.Refusals, Is.Empty);
        Assert.That(result.IsGood, Is.True);
        Assert.That(given.Production!.Checkpoint, Is.EqualTo("helpdesk@2"));
        Assert.That(result.Entry!.Kind, Is.EqualTo(EntryKind.Promote));
        Assert.That(result.Entry.Move!.From, Is.EqualTo("helpdesk@1"));
        Assert.That(result.Entry.Move.Gate!.Sha256, Is.EqualTo(ContentHash.OfFile(given.Some.Folder["run-2/gate.json"])));
        Assert.That(result.Notes.Single(), Does.Contain("nobody looked for leaks"));
    }

    private static IEnumerable<TestCaseData> Refused =>
    [
        Case("a verdict that is not promote", g => g.Gate = g.Gate with { Verdict = Verdict.Inconclusive }, "the verdict is inconclusive"),
        Case("a rejected one", g => g.Gate = g.Gate with { Verdict = Verdict.Reject }, "the verdict is reject"),
        Case("an invalid one", g => g.Gate = g.Gate with { Verdict = Verdict.Invalid }, "the verdict is invalid"),
        Case("an old verdict", g => g.Some.Time.Advance(TimeSpan.FromDays(15)), "15 days ago, and at most 14"),
        Case("old answers under a new verdict", g => Judged(g, r => r with { FinishedAt = SomeRegistry.Start.AddDays(-20) }), "20 days ago"),
        Case("a verdict of tomorrow", g => g.Gate = g.Gate with { DecidedAt = SomeRegistry.Start.AddDays(1) }, "yet to come"),
        Case("another checkpoint", g => Judged(g, r => r with { CandidateCheckpoint = "helpdesk@7" }), "its candidate 'tuned' is helpdesk@7, not helpdesk@2"),
        Case("no checkpoint", g => { Judged(g, r => r with { CandidateCheckpoint = null }); g.Run = g.Run with { CandidateNames = [] }; }, "its candidate 'tuned' is no checkpoint"),
        Case("another pipeline", g => g.Run = g.Run with { CandidateIdentity = "other" }, "would answer otherwise now"),
        Case("another dataset", g => g.Run = g.Run with { DatasetHash = "other" }, "the dataset has changed since the verdict"),
        Case("another definition", g => g.Run = g.Run with { Definitions = new Dictionary<string, string> { ["success"] = "success@2" } }, "defined otherwise now than in the verdict: success"),
        Case("a metric that is gone", g => g.Run = g.Run with { Definitions = new Dictionary<string, string>() }, "defined otherwise now than in the verdict: success"),
        Case("a run that is gone", g => g.Run = StandingRun.Gone("run-2", "no run of that id"), "it cannot be looked at again: no run of that id"),
        Case("a run that nobody looked at", g => g.Run = g.Run with { Run = "run-7" }, "nobody looked at it"),
        Case("another policy", g => g.Policy = g.Policy with { Hash = "another-hash" }, "the policy is not the one"),
        Case("a policy that is gone", g => g.Policy = new StandingPolicy("gate.yaml", null, "the file does not exist"), "cannot be checked (the file does not exist)"),
        Case("another artefact", g => g.Some.Folder.Write("checkpoints/two.bin", "other weights"), "not the one that was registered"),
        Case("an artefact that is gone", g => File.Delete(g.Some.Folder["checkpoints/two.bin"]), "neither a file nor a folder"),
        Case("leaked gold", g => g.Lints.Add(g.Lint(leaks: 2)), "2 findings say that gold stands in the training data"),
        Case("leaked gold of an earlier dataset", g => g.Lints.Add(g.Lint(leaks: 1, dataset: "earlier")), "1 findings say that gold"),
        Case("another baseline", g => Judged(g, r => r with { BaselineCheckpoint = "helpdesk@0" }), "was held against helpdesk@0, and production is helpdesk@1"),
        Case("a baseline that is no checkpoint", g => Judged(g, r => r with { BaselineCheckpoint = null }), "was held against pipeline 'production', and production is helpdesk@1"),
        Case("an alias that moved since", g => { g.Some.Register("3"); g.Some.Move("3"); }, "production has moved to helpdesk@3 since the verdict"),
        Case("an alias that moved since, and a verdict that knows of no registry", g => { g.Gate = g.Gate with { Registry = null }; g.Some.Time.Advance(TimeSpan.FromHours(1)); g.Some.Register("3"); g.Some.Move("3"); }, "since the verdict"),
        Case("a registry that was another then", g => g.Gate = g.Gate with { Registry = new RegistryState(new string('9', 64), 2) }, "it was edited or replaced"),
        Case("a registry that was longer then", g => g.Gate = g.Gate with { Registry = g.Gate.Registry! with { Count = 40 } }, "its end was cut off"),
    ];

    [TestCaseSource(nameof(Refused))]
    public async Task Is_refused_for(Action<PromotionCase> change, string why)
    {
        change(given);
        var before = given.Some.Read();

        var result = await given.PromoteAsync();

        Assert.That(result.IsRefused, Is.True);
        Assert.That(result.Refusals.Select(r => r.ToString()), Has.Some.Contains(why));
        Assert.That(given.Some.Read().Head, Is.EqualTo(before.Head), "nothing is written");
    }

    [Test]
    public async Task A_verdict_is_needed()
    {
        var result = await given.PromoteAsync(withGate: false);

        Assert.That(result.Refusals.Single().ToString(), Does.Contain("no verdict was given").And.Contain("--gate"));
    }

    [Test]
    public async Task A_longer_age_may_be_allowed()
    {
        given.Some.Time.Advance(TimeSpan.FromDays(20));
        given.MaxAge = TimeSpan.FromDays(21);

        Assert.That((await given.PromoteAsync()).IsGood, Is.True);
    }

    [Test]
    public async Task Clean_training_data_are_recorded_and_other_lint_results_do_not_matter()
    {
        given.Lints.AddRange([given.Lint(leaks: 9, training: new string('f', 64)), given.Lint(leaks: 3, dataset: "earlier"), given.Lint(leaks: 0)]);

        var result = await given.PromoteAsync();

        Assert.That(result.Refusals, Is.Empty);
        Assert.That(result.Notes, Is.Empty);
        Assert.That(result.Entry!.Move!.Lint!.Leaks, Is.Zero);
    }

    [Test]
    public async Task A_model_behind_an_endpoint_is_known_by_its_id()
    {
        Judged(given, r => r with { CandidateCheckpoint = null });
        given.Run = given.Run with { CandidateNames = ["ft:mini:acme::2"] };

        Assert.That((await given.PromoteAsync()).IsGood, Is.True);
    }

    [Test]
    public async Task The_first_promotion_may_be_held_against_any_baseline()
    {
        Judged(given, r => r with { BaselineCheckpoint = null });

        var held = await given.PromoteAsync(alias: "staging");
        given.Some.Folder.Dispose();
        given = new PromotionCase();
        File.Delete(given.Some.File);
        given.Some.Register("1", "2");
        given.Gate = given.Gate with { Registry = given.Some.State() };
        Judged(given, r => r with { BaselineCheckpoint = null });
        var first = await given.PromoteAsync();

        Assert.That(held.Refusals.Single().ToString(), Does.Contain("staging is helpdesk@1"), "production is what it would replace");
        Assert.That(first.IsGood, Is.True);
        Assert.That(given.Production!.Checkpoint, Is.EqualTo("helpdesk@2"));
    }

    [Test]
    public async Task An_override_is_recorded_with_all_that_spoke_against_it()
    {
        given.Gate = given.Gate with { Verdict = Verdict.Reject };
        given.Policy = given.Policy with { Hash = "other" };

        var result = await given.PromoteAsync(overriding: "the old one leaks addresses");

        Assert.That(result.IsGood, Is.True);
        Assert.That(result.Entry!.Kind, Is.EqualTo(EntryKind.Override));
        Assert.That(given.Production!.IsOverride, Is.True);
        Assert.That(given.Production.Moved.Move, Has.Property("Reason").EqualTo("the old one leaks addresses").And.Property("Overridden").Count.EqualTo(2));
    }

    [Test]
    public async Task An_override_that_nothing_speaks_against_is_a_promotion()
    {
        var result = await given.PromoteAsync(overriding: "to be sure");

        Assert.That(result.Entry!.Kind, Is.EqualTo(EntryKind.Promote));
    }

    [Test]
    public async Task What_is_there_already_is_not_moved_again()
    {
        await given.PromoteAsync();
        var head = given.Some.Read().Head;

        var again = await given.PromoteAsync();

        Assert.That(again, Has.Property("WasThere").True.And.Property("IsGood").True);
        Assert.That(given.Some.Read().Head, Is.EqualTo(head));
    }

    [Test]
    public async Task A_rollback_goes_to_what_a_verdict_let_in_and_says_what_it_was()
    {
        await given.PromoteAsync();
        var result = await given.RollBackAsync("nightly alarm");

        Assert.That(result.Entry!.Move, Has.Property("From").EqualTo("helpdesk@2").And.Property("To").EqualTo("helpdesk@1").And.Property("Reason").EqualTo("nightly alarm").And.Property("Restores").EqualTo(3));
        Assert.That(given.Production!.Checkpoint, Is.EqualTo("helpdesk@1"));
    }

    [Test]
    public async Task Nothing_is_rolled_back_to_an_artefact_that_is_not_the_registered_one()
    {
        await given.PromoteAsync();
        given.Some.Register("3");
        given.Some.Move("3");
        given.Some.Folder.Write("checkpoints/two.bin", "other");

        var result = await given.RollBackAsync();

        Assert.That(result.Refusals.Single().Found, Does.Contain("not the one that was registered"));
        Assert.That(given.Production!.Checkpoint, Is.EqualTo("helpdesk@3"));
    }

    [Test]
    public async Task Where_there_is_nothing_before_nothing_is_rolled_back()
    {
        var result = await given.RollBackAsync();

        Assert.That(result.IsRefused, Is.True);
        Assert.That(result.Refusals.Single().ToString(), Does.Contain("nothing before helpdesk@1"));
    }

    [Test]
    public async Task A_rollback_to_an_override_is_said()
    {
        given.Some.Register("3");
        given.Some.Move("3", EntryKind.Override, alias: "staging");
        using (var writer = given.Some.Open())
            writer.Add(EntryKind.Override, new AliasMove { Alias = "staging", From = "helpdesk@3", To = "helpdesk@1", Reason = "r" });
        using var open = given.Some.Open();

        var result = await new AliasMover(open, given.Deployment, given.Some.Time).RollBackAsync("staging", null, CancellationToken.None);

        Assert.That(result.Notes.Single(), Does.Contain("never promoted by a verdict either"));
        Assert.That(result.Entry!.Move!.To, Is.EqualTo("helpdesk@3"));
    }

    private static TestCaseData Case(string name, Action<PromotionCase> change, string why) => new TestCaseData(change, why).SetArgDisplayNames(name);

    private static void Judged(PromotionCase given, Func<JudgedRun, JudgedRun> change) => given.Gate = given.Gate with { Runs = [change(given.Gate.Runs[0])] };
}
