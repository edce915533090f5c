namespace EvalHarness.Embedded.Reading;

/// <summary>Makes an answer of sentences.</summary>
internal static class AnswerText
{
    /// <summary>The answer contract's limit, in words.</summary>
    private const int MaxWords = 80;

    public static (string Answer, IReadOnlyList<ReplyCitation> Citations) Compose(IEnumerable<EvidenceSentence> sentences)
    {
        var (taken, words) = (new List<ReplyCitation>(), 0);
        foreach (var sentence in sentences)
        {
            var text = Within(Closed(sentence.Sentence.Text), MaxWords - words);
            if (text.Length == 0)
                break;
            words += Words(text).Length;
            taken.Add(new ReplyCitation(text, sentence.Document));
        }

        return (string.Join(' ', taken.Select(c => c.Sentence)), taken);
    }

    private static string Within(string text, int words) =>
        Words(text) is var all && all.Length > words ? string.Join(' ', all.Take(words)) : text;

    private static string Closed(string text) => text[^1] is '.' or '!' or '?' ? text : text.TrimEnd(':', ',', ';') + ".";

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
