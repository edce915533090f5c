using System.Text;
using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Chat;

/// <summary>Says a question in other words that mean the same; the same question is always reworded in the same way.</summary>
/// <remarks>Source: invariance tests, Ribeiro et al. 2020, Beyond Accuracy: Behavioral Testing of NLP Models with CheckList, section 2.</remarks>
internal sealed record Rewording(string Name, Func<string, string> Apply)
{
    // One slip of the keyboard in so many letters: about what fast typing has.
    private const int LettersPerTypo = 40;

    private static readonly Rewording[] All =
    [
        new("lowercase", Lowercase),
        new("polite", question => $"Hi there, I hope you can help me. {question} Thanks a lot in advance!"),
        new("typos", WithTypos),
    ];

    /// <exception cref="InputException">There is no such rewording.</exception>
    public static Rewording Of(string name) => All.FirstOrDefault(r => r.Name == name)
        ?? throw new InputException(new InputProblem("rewording", $"there is no rewording '{name}'", $"Known: {string.Join(", ", All.Select(r => r.Name))}."));

    // As people type into a search box: no capitals, no sentence marks; points and commas inside of numbers stay.
    private static string Lowercase(string question) =>
        string.Join(' ', question.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '!', '?')).Where(word => word.Length > 0));

    private static string WithTypos(string question)
    {
        Random random = new(BitConverter.ToInt32(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(question))));
        var letters = question.ToCharArray();
        List<int> places = [.. Enumerable.Range(1, Math.Max(0, letters.Length - 2)).Where(i => char.IsLetter(letters[i]) && char.IsLetter(letters[i + 1]) && letters[i] != letters[i + 1])];
        for (var typos = Math.Max(1, places.Count / LettersPerTypo); typos > 0 && places.Count > 0; typos--)
        {
            var place = places[random.Next(places.Count)];
            (letters[place], letters[place + 1]) = (letters[place + 1], letters[place]);
            places.RemoveAll(p => Math.Abs(p - place) < 2);
        }

        return new string(letters);
    }
}
