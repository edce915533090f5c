using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Grades answers by a rubric of the user's, with a judge.</summary>
/// <remarks>
/// Unit: yes/no; or a ratio in [0, 1], of a scale from 1 to 5 with 1 as 0 and 5 as 1. Abstentions are graded like every answer.
/// Error: the judge's, which nothing measures until people have graded some of the same answers.
/// </remarks>
public sealed class RubricEvaluator : IEvaluator
{
    private readonly Judge judge;
    private readonly AnswerReader reader;
    private readonly RubricSettings settings;
    private readonly RubricScale scale;
    private readonly string prompt;
    private readonly Metric metric;

    /// <param name="rubric">The rubric's text.</param>
    /// <param name="instructions">The prompt it is put into.</param>
    public RubricEvaluator(MetricSource source, Judge judge, AnswerReader reader, RubricSettings settings, string rubric, string instructions)
    {
        (this.judge, this.reader, this.settings, scale) = (judge, reader, settings, RubricScale.Named(settings.Scale));
        prompt = $"{instructions.Replace("{rubric}", rubric.Trim(), StringComparison.Ordinal)}\n\n{JudgePrompts.Rules}";
        var definition = $"rubric/1 {judge.Definition} {scale.Name} {ContentHash.Short(ContentHash.Of([prompt, .. settings.Sees]))}";
        metric = source.Describe(new Metric(source.Id, scale.Unit, Direction.Higher, definition) { IsJudged = true });
        Metrics = [metric];
        Definition = $"{source.Id} {definition} {reader.Definition}";
    }

    public string Definition { get; }

    public IReadOnlyList<Metric> Metrics { get; }

    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (trace.Answer is not { } answer)
            return Metrics.Failed(trace.Failure());
        var data = new JudgeData([.. Seen(sample, answer)]);
        var (votes, failure) = await judge.VotesAsync(order => Question(data, order), cancellationToken);
        if (failure is not null)
            return Metrics.NotScored(failure);
        List<string> grades = [.. votes.Select(v => v.Grade)];
        return [metric.Scored(scale.Value(grades), $"{Grades(grades)}: {votes[0].Reason}", Detail(votes))];
    }

    private IEnumerable<(string Label, string Text)> Seen(Sample sample, Answer answer)
    {
        yield return ("QUESTION", sample.Asked());
        if (settings.Sees.Contains("gold"))
            foreach (var gold in sample.Answers)
                yield return ("GOLD ANSWER", gold);
        if (settings.Sees.Contains("passages"))
            foreach (var passage in answer.Passages ?? [])
                yield return ("PASSAGE", $"{passage.Title}\n\n{passage.Text}");
        yield return ("ANSWER", reader.Read(answer).Text);
    }

    private JudgeQuestion<RubricVote> Question(JudgeData data, JudgeOrder order)
    {
        var options = string.Join(", ", order == JudgeOrder.Usual ? scale.Options : scale.Options.Reverse());
        var task = $$"""
            Grade the ANSWER by the rubric.
            Reply with one JSON object: {"reason": "…", "verdict": one of {{options}}}
            """;
        return new JudgeQuestion<RubricVote>(prompt.Replace("{options}", options, StringComparison.Ordinal), data.Message(task), scale.Schema, json => RubricVote.Read(json, scale.Options));
    }

    private string Grades(List<string> grades) =>
        string.Join(" and ", grades.CountBy(g => g).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => grades.Count == 1 ? Shown(g.Key) : $"{g.Value} × {Shown(g.Key)}"));

    private string Shown(string grade) => scale.Name == RubricScale.OneToFive ? $"{grade} of 5" : grade;

    private static JsonArray Detail(IReadOnlyList<RubricVote> votes) =>
        new([.. votes.Select(v => new JsonObject { ["grade"] = v.Grade, ["reason"] = v.Reason })]);
}
