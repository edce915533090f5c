using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Reading;

/// <summary>Answers with the sentences of the passages that fit the question best; nothing in it was learned.</summary>
/// <param name="abstainBelow">It abstains when the best sentence scores below this, in [0, 1].</param>
internal sealed class UntunedReader(double abstainBelow) : IReader
{
    /// <summary>Rises when its answers can change.</summary>
    public const string Version = "untuned-reader/1";

    private static readonly string[] HumanNeeded = ["contact support", "write to support", "ask support", "only support", "support@", "email support", "call support"];

    public ReaderReply Read(ReaderPrompt prompt)
    {
        var form = ReplyForm.From(prompt.System);
        var question = AskedQuestion.Of(prompt);
        var ranked = UntunedRanking.Rank(question, Evidence.Of(prompt.Passages));
        return ranked.Count == 0 || ranked[0].Score < abstainBelow
            ? Abstention(prompt, form, question)
            : Answer(prompt, form, question, UntunedRanking.Choose(question, ranked));
    }

    private static ReaderReply Answer(ReaderPrompt prompt, ReplyForm form, AskedQuestion question, IReadOnlyList<EvidenceSentence> sentences)
    {
        var (answer, citations) = AnswerText.Compose(sentences);
        return new ReaderReply(
            answer,
            CategoryWords.Guess(form.Categories, question.Terms, [.. sentences.SelectMany(s => s.Terms.Concat(s.Around))]),
            PriorityWords.Guess(form.Priorities, prompt.Question),
            HumanNeeded.Any(h => answer.Contains(h, StringComparison.OrdinalIgnoreCase)),
            citations);
    }

    private static ReaderReply Abstention(ReaderPrompt prompt, ReplyForm form, AskedQuestion question) => new(
        AbstentionText(prompt.System),
        CategoryWords.Guess(form.Categories, question.Terms, [.. prompt.Passages.SelectMany(p => EnglishTerms.Of(p.Title))]),
        PriorityWords.Guess(form.Priorities, prompt.Question),
        Escalate: false,
        Citations: []);

    // The instructions name the address to point to.
    private static string AbstentionText(string instructions)
    {
        var address = instructions.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', ',', ';', ':', '(', ')', '<', '>', '"'))
            .FirstOrDefault(word => word.IndexOf('@', StringComparison.Ordinal) > 0);
        return "The help centre does not cover this." + (address is null ? "" : $" Please write to {address}.");
    }
}
