using EvalHarness.Nightly;

namespace EvalHarness.Tests.Story;

/// <summary>What docs/guides/promotion-story.md tells, on the real command line: four checkpoints of one reader on the shipped dataset.</summary>
[NonParallelizable]
internal sealed class PromotionStoryTests
{
    private PromotionStory story = null!;

    [SetUp]
    public void Set_up() => story = new PromotionStory();

    [TearDown]
    public void Tear_down() => story.Dispose();

    [Test]
    public async Task A_good_checkpoint_goes_to_production_a_bad_one_is_stopped_and_one_that_was_forced_through_is_found_and_rolled_back()
    {
        await FirstAsync();
        await RefusedAsync();
        await BetterAsync();
        await ForcedAsync();
        await RolledBackAsync();
    }

    private async Task FirstAsync()
    {
        story.Use(PromotionStory.Untuned, PromotionStory.Tuned("candidate", "helpdesk@1"));
        await story.TrainAsync("helpdesk@1");

        var gate = await story.GateAsync("helpdesk@1", "untuned");
        var promote = await story.PromoteAsync("helpdesk@1");

        Assert.That(gate.ExitCode, Is.Zero, gate.Output);
        Assert.That(promote.ExitCode, Is.Zero, promote.Error);
        Assert.That(promote.Output, Does.Contain("production: nothing → helpdesk@1 (promoted on run"));
    }

    private async Task RefusedAsync()
    {
        story.Use(PromotionStory.Tuned("production", "production"), PromotionStory.Tuned("candidate", "helpdesk@2"));
        await story.TrainAsync("helpdesk@2");

        var gate = await story.GateAsync("helpdesk@2", "checkpoint:production");
        var promote = await story.PromoteAsync("helpdesk@2");

        Assert.That(gate.ExitCode, Is.EqualTo(1), gate.Output);
        Assert.That(gate.Output, Does.Contain("REJECT: candidate against production: worse than the policy allows: token-f1"));
        Assert.That(promote.ExitCode, Is.EqualTo(1), promote.Output);
        Assert.That(promote.Error, Does.Contain("the verdict is reject"));
        Assert.That(story.Registry.Aliases["production"].Checkpoint, Is.EqualTo("helpdesk@1"));
    }

    private async Task BetterAsync()
    {
        story.Use(PromotionStory.Tuned("production", "production"), PromotionStory.Tuned("candidate", "helpdesk@3"));
        await story.TrainAsync("helpdesk@3");

        var gate = await story.GateAsync("helpdesk@3", "checkpoint:production");
        var promote = await story.PromoteAsync("helpdesk@3");

        Assert.That(gate.ExitCode, Is.Zero, gate.Output);
        Assert.That(promote.ExitCode, Is.Zero, promote.Error);
        Assert.That(promote.Output, Does.Contain("production: helpdesk@1 → helpdesk@3"));
    }

    private async Task ForcedAsync()
    {
        story.Use(PromotionStory.Tuned("promoted", "helpdesk@3"), PromotionStory.Tuned("production", "production"));
        var quiet = await story.NightAsync();
        await story.TrainAsync("helpdesk@4");
        var forced = await story.CheckpointsAsync("promote", "helpdesk@4", "--override", "the launch is tonight");

        var alarm = await story.NightAsync();

        Assert.That(quiet.ExitCode, Is.Zero, quiet.Error);
        Assert.That(forced.ExitCode, Is.Zero, forced.Error);
        Assert.That(forced.Output, Does.Contain("*** OVERRIDE: helpdesk@4 goes to production against the gate"));
        Assert.That(alarm.ExitCode, Is.EqualTo(1), alarm.Output + alarm.Error);
        Assert.That(alarm.Error, Does.Contain("ALARM: format-fields: worse than the champion").And.Contain("likely since night 2").And.Contain("candidate/model"));
    }

    private async Task RolledBackAsync()
    {
        var back = await story.CheckpointsAsync("rollback", "--reason", "nightly alarm of night 2");
        var verify = await story.CheckpointsAsync("verify", "--artefacts", "--reports", "./reports");
        var after = await story.NightAsync();

        Assert.That(back.ExitCode, Is.Zero, back.Error);
        Assert.That(back.Output, Does.Contain("production: helpdesk@4 → helpdesk@3 (rolled back)"));
        Assert.That(verify.ExitCode, Is.Zero, verify.Error);
        Assert.That(verify.Output, Does.Contain("the chain is whole"));
        Assert.That(story.Registry.Aliases["production"].Checkpoint, Is.EqualTo("helpdesk@3"));
        Assert.That(after.ExitCode, Is.Zero, after.Error);
        Assert.That(story.LastNight.Verdict, Is.EqualTo(NightVerdict.Quiet));
    }
}
