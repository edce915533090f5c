using EvalHarness.Datasets;

namespace EvalHarness.Imports.Datasets;

/// <summary>An article of SQuAD: paragraphs and what is asked about each.</summary>
internal sealed record SquadArticle(string Title, IReadOnlyList<(string Context, IReadOnlyList<SquadQuestion> Questions)> Paragraphs)
{
    private const string Between = "\n\n";

    public string Id => SafeId.Slug(Title) is { Length: > 0 } slug ? slug : SafeId.OfText(Title);

    public Document Document => new(Id, Title, Updated: null, string.Join(Between, Paragraphs.Select(p => ArticleText.Body(p.Context))));

    public IEnumerable<Sample> Samples(string split, LeftOut leftOut)
    {
        var (document, start) = (Document, 0);
        foreach (var (context, questions) in Paragraphs)
        {
            foreach (var question in questions)
                yield return Sample(question, context, document, start, leftOut) with { Split = split };
            start += ArticleText.Body(context).Length + Between.Length;
        }
    }

    private static Sample Sample(SquadQuestion question, string context, Document document, int start, LeftOut leftOut)
    {
        string[] answers = question.IsImpossible ? [] : [.. question.Answers.Distinct(StringComparer.Ordinal)];
        var place = answers.Length == 0 ? null : SquadOffset.Find(context, question.Answers[0], question.Starts[0]);
        if (answers.Length > 0 && place is null)
            leftOut.Add("evidence: answer_start does not point at the answer", question.Where);
        if (question.PlausibleAnswers > 0)
            leftOut.Add("plausible answers: texts that look like the answer and are none", question.Where);
        return new Sample
        {
            Id = SafeId.Of(question.Id),
            Question = question.Question,
            Answers = answers,
            Unanswerable = question.IsImpossible,
            Evidence = place is { } span ? [new GoldEvidence(document.Id, EvidenceQuote.Around(document.Text, start + span.Start, start + span.End))] : [],
            Cluster = document.Id,
        };
    }
}
