using System.Text.Json;
using EvalHarness.Statistics;

namespace EvalHarness.Benchmarks.Linting;

/// <summary>Questions of 8 to 24 words, answers of 40, out of 20,000 made-up words of which few are frequent; one training example in a hundred repeats a gold question.</summary>
internal static class LintData
{
    private const int Vocabulary = 20_000;
    private const int OneLeakIn = 100;

    private static readonly string[] Syllables = ["ba", "re", "ti", "mo", "lu", "sen", "dor", "vi", "ka", "pel", "nu", "gra", "fo", "shi", "wen", "jo"];

    /// <summary>Writes samples.jsonl and train.jsonl, and returns what was planted by line.</summary>
    public static IReadOnlyDictionary<int, PlantedLeak> Write(string folder, int examples, int gold)
    {
        var random = new SeededRandom(1, "lint benchmark");
        var questions = WriteGold(Path.Combine(folder, "samples.jsonl"), gold, random);
        Dictionary<int, PlantedLeak> planted = [];
        using var train = File.CreateText(Path.Combine(folder, "train.jsonl"));
        for (var line = 1; line <= examples; line++)
        {
            var question = Text(random, 8 + random.Next(17));
            if (line % OneLeakIn == 0)
            {
                var leaked = random.Next(gold);
                (question, var kind) = Changed(questions[leaked], random);
                planted[line] = new PlantedLeak($"s{leaked}", kind);
            }

            train.WriteLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = question }, new { role = "assistant", content = Text(random, 40) } } }));
        }

        return planted;
    }

    private static List<string> WriteGold(string file, int count, SeededRandom random)
    {
        List<string> questions = [];
        using var samples = File.CreateText(file);
        for (var i = 0; i < count; i++)
        {
            questions.Add(Text(random, 8 + random.Next(17)));
            samples.WriteLine(JsonSerializer.Serialize(new { id = $"s{i}", question = questions[i], answers = new[] { Text(random, 40) } }));
        }

        return questions;
    }

    private static (string Text, string Kind) Changed(string question, SeededRandom random)
    {
        var words = question.Split(' ');
        switch (random.Next(4))
        {
            case 0:
                return (question, "to the letter");
            case 1:
                return ($"  {question.ToUpperInvariant()} ?!", "case and punctuation");
            case 2:
                words[random.Next(words.Length)] = Word(random);
                return (string.Join(' ', words), "one word changed");
            default:
                return ($"{Text(random, 60)}\nQuestion: {question}", "under a passage");
        }
    }

    private static string Text(SeededRandom random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)));

    // Cubed: few words make up most of the text, as in a language.
    private static string Word(SeededRandom random)
    {
        var u = random.NextDouble();
        var rank = (int)(u * u * u * Vocabulary);
        return Syllables[rank % 16] + Syllables[rank / 16 % 16] + (rank >= 256 ? Syllables[rank / 256 % 16] : "") + (rank >= 4096 ? Syllables[rank / 4096 % 16] : "");
    }
}
