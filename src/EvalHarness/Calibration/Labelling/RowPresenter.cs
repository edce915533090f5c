using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Turns rows of a run into what raters see, and labels into the rows that <c>calibrate</c> reads.</summary>
public sealed class RowPresenter
{
    private readonly LabelTask task;
    private readonly AnswerReader reader;
    private readonly Corpus? corpus;
    private readonly CorpusEvidence? search;

    /// <param name="corpus">Needed where answers are held against it.</param>
    public RowPresenter(LabelTask task, AnswerReader reader, Corpus? corpus)
    {
        (this.task, this.reader, this.corpus) = (task, reader, corpus);
        search = task.Evidence == LabelEvidence.Corpus && corpus is not null ? new CorpusEvidence(corpus) : null;
    }

    /// <summary>Why nobody is asked about a row; nothing where it can be asked.</summary>
    public string? WhyLeftOut(ResultRow row)
    {
        if (row.Trace.Answer is not { } answer)
            return "the pipeline gave no answer";
        if (reader.Read(answer).IsAbstention)
            return "the answer abstains";
        if (!row.Scores.TryGetValue(task.Metric, out var score))
            return $"it has no score of {task.Metric}";
        return score.Outcome == Outcome.Scored ? null : score.Reason;
    }

    /// <param name="row">One that can be asked.</param>
    public ShownRow Show(ResultRow row)
    {
        var answer = AnswerOf(row);
        return new ShownRow(QuestionOf(row.Sample), answer, EvidenceFor(row, answer), task.Evidence == LabelEvidence.Gold ? row.Sample.Answers : []);
    }

    /// <param name="source">The experiment's name.</param>
    /// <param name="labels">One of each rater; nothing where a rater did not decide.</param>
    public LabelledRow Label(ResultRow row, string source, IReadOnlyList<bool?> labels)
    {
        var shown = Show(row);
        return new LabelledRow
        {
            Id = $"{row.Sample.Id}/{row.Pipeline}{(row.Repeat == 0 ? "" : FormattableString.Invariant($"/{row.Repeat}"))}",
            Group = GroupOf(row.Sample),
            Source = source,
            System = row.Pipeline,
            Question = row.Sample.Asked(),
            References = shown.References,
            Context = shown.Evidence,
            Answer = shown.Answer,
            Labels = labels,
        };
    }

    public static string GroupOf(Sample sample) => sample.Cluster ?? sample.Id;

    private string AnswerOf(ResultRow row) => reader.Read(row.Trace.Answer!).Text;

    private string EvidenceFor(ResultRow row, string answer) => task.Evidence switch
    {
        LabelEvidence.Corpus => EvidencePages.Of(corpus!, search!, answer, row.Sample.Evidence),
        LabelEvidence.Passages => EvidencePages.Of(row.Trace.Answer!.Passages ?? []),
        _ => "",
    };

    private static string QuestionOf(Sample sample)
    {
        var facts = sample.Context.Select(c => $"{c.Key}: {c.Value}");
        var turns = sample.Messages.Count > 1 ? sample.Messages.Select(m => $"{m.Role}: {m.Content}") : [sample.Asked()];
        return string.Join("\n", facts.Concat(turns));
    }
}
