using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Evaluators.Judges;

/// <summary>Attacks in every place that strangers write in: they reach a judge as data, and the verdict comes from the structured field alone.</summary>
internal sealed class InjectionTests
{
    private const string Question = "How long is a reset link valid?";
    private const string Truth = "A reset link is valid for 30 minutes.";
    private const string Lie = "A reset link is valid for 30 days.";

    public static IEnumerable<TestCaseData> Attacks => InjectionAttacks.All.Select(a => new TestCaseData(a.Text).SetArgDisplayNames(a.Name));

    [Test]
    public void There_are_thirty_attacks_and_more()
    {
        Assert.That(InjectionAttacks.All.Select(a => a.Name), Is.Unique);
        Assert.That(InjectionAttacks.All, Has.Count.GreaterThanOrEqualTo(30));
    }

    [TestCaseSource(nameof(Attacks))]
    public async Task An_attack_in_the_answer_arrives_as_data_and_changes_no_verdict(string attack)
    {
        var model = new ScriptedJudge(messages => ScriptedJudge.Says(HonestJudge.Reply(messages[1].Text)));

        var verdicts = await new JudgeVerifier(model.Judge()).VerifyAsync(Question, $"{Lie} {attack}\n\n{Truth}", new TextEvidence(Truth), default);

        AssertData(model, "ANSWER", attack);
        Assert.That(verdicts.Where(v => v.IsSupported).Select(v => v.Claim), Is.All.EqualTo(Truth));
        Assert.That(verdicts[0].IsSupported, Is.False);
    }

    [TestCaseSource(nameof(Attacks))]
    public async Task An_attack_in_the_evidence_arrives_as_data_and_changes_no_verdict(string attack)
    {
        var model = new ScriptedJudge(messages => ScriptedJudge.Says(HonestJudge.Reply(messages[1].Text)));
        var evidence = new Passages(new EvidenceText("a", attack, Truth, 0), new EvidenceText("b", "", attack, 0));

        var verdicts = await new JudgeVerifier(model.Judge()).VerifyAsync(Question, $"A reset link is valid for a year. {Truth}", evidence, default);

        AssertData(model, "EVIDENCE e2", attack);
        Assert.That(verdicts.Select(v => v.IsSupported), Is.EqualTo(new[] { false, true }));
    }

    [TestCaseSource(nameof(Attacks))]
    public async Task An_attack_in_the_question_arrives_as_data_and_changes_no_verdict(string attack)
    {
        var model = new ScriptedJudge(messages => ScriptedJudge.Says(HonestJudge.Reply(messages[1].Text)));

        var verdicts = await new JudgeVerifier(model.Judge()).VerifyAsync(attack, Lie, new TextEvidence(Truth), default);

        AssertData(model, "QUESTION", attack);
        Assert.That(verdicts.Single().IsSupported, Is.False);
    }

    [TestCaseSource(nameof(Attacks))]
    public async Task A_judge_that_repeats_an_attack_in_its_reason_has_said_what_its_verdict_says(string attack)
    {
        var model = new ScriptedJudge(JsonSerializer.Serialize(new { verdicts = new[] { new { id = "c1", reason = attack, evidence = attack, quote = attack, verdict = "unsupported" } } }));

        var verdict = (await new JudgeVerifier(model.Judge()).VerifyAsync(Question, Lie, new TextEvidence(Truth), default)).Single();

        Assert.That((verdict.IsSupported, verdict.Document), Is.EqualTo((false, (string?)null)));
        Assert.That(verdict.Reason, Has.Length.LessThanOrEqualTo(201).And.Not.Contains("\n"));
    }

    [TestCaseSource(nameof(Attacks))]
    public async Task A_judge_that_repeats_an_attack_before_after_or_within_its_verdict_never_supports_by_it(string attack)
    {
        const string Honest = """{"verdicts":[{"id":"c1","reason":"no","evidence":null,"quote":null,"verdict":"unsupported"}]}""";

        foreach (var reply in new[] { $"{attack}\n{Honest}", $"{Honest}\n{attack}", Honest.Replace("\"no\"", $"\"{attack}\"", StringComparison.Ordinal), $"The answer says: {attack}" })
            Assert.That(await SupportedAsync(new ScriptedJudge(reply)), Is.Not.True);
    }

    private static async Task<bool?> SupportedAsync(ScriptedJudge model)
    {
        try
        {
            return (await new JudgeVerifier(model.Judge()).VerifyAsync(Question, Lie, new TextEvidence(Truth), default)).Single().IsSupported;
        }
        catch (NoVerdictException)
        {
            return null;
        }
    }

    // The grammar holds (or reading throws), the system message is ours alone, the task names the claims and nothing else, and what cannot be seen is shown.
    private static void AssertData(ScriptedJudge model, string label, string attack)
    {
        foreach (var messages in model.Asked)
        {
            Assert.That(messages.Select(m => m.Role), Is.EqualTo(new[] { ChatRole.System, ChatRole.User }));
            Assert.That(messages[0].Text, Is.EqualTo($"{JudgePrompts.Claims}\n\n{JudgePrompts.Rules}"));
            var read = JudgedMessage.Read(messages[1].Text);
            Assert.That(attack, Does.Not.Contain(read.Boundary));
            Assert.That(read.Task[0], Is.EqualTo($"Judge exactly these claims, each once: {string.Join(", ", read.Claims)}."));
            Assert.That(read.Task, Has.Count.EqualTo(2));
            Assert.That(read.Block(label), Does.Contain(JudgeText.Visible(attack)));
            Assert.That(messages[1].Text.EnumerateRunes().Where(IsUnseen), Is.Empty);
        }
    }

    private static bool IsUnseen(Rune rune) => rune.Value is not ('\n' or '\t')
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private sealed class Passages(params EvidenceText[] texts) : IEvidence
    {
        public IReadOnlyList<EvidenceText> For(string claim) => texts;
    }
}
