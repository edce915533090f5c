using System.Collections;
using System.Text.RegularExpressions;
using EvalHarness.Evaluators;
using EvalHarness.Inputs;

namespace EvalHarness.Cli;

/// <summary>What of the environment no report may show: the variables that the experiment names, and those that are named like a secret.</summary>
internal static partial class EnvironmentSecrets
{
    // An experiment is shorter; of a dataset or a recording that is named too, the start will do.
    private const int Longest = 1 << 20;
    private const int ShortestUnnamed = 12;

    /// <param name="arguments">Of the command line: settings, and files and runs that name variables.</param>
    public static SecretMask Mask(IReadOnlyList<string> arguments) => new(Values(arguments, shortestUnnamed: 0));

    /// <summary>What no score may keep: a value of a few letters that only its name makes look like a secret would blot out words.</summary>
    /// <param name="experiment">Its file.</param>
    public static ScoreText Scores(string experiment) => new([.. Values([experiment], ShortestUnnamed)]);

    private static IEnumerable<string> Values(IReadOnlyList<string> arguments, int shortestUnnamed)
    {
        var named = arguments.Concat(arguments.Select(Text)).SelectMany(text => Reference().Matches(text)).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(v => (Name: (string)v.Key, Value: ((string?)v.Value ?? "").Trim()));
        return variables.Where(v => named.Contains(v.Name) || (Secretive().IsMatch(v.Name) && v.Value.Length >= shortestUnnamed)).SelectMany(v => Parts(v.Value));
    }

    // The password of a connection string is one without the rest too.
    private static IEnumerable<string> Parts(string value) => [value, .. Password().Matches(value).Select(m => m.Groups["password"].Value.Trim())];

    private static string Text(string argument)
    {
        var file = Directory.Exists(argument) ? Path.Combine(argument, "run.json") : argument;
        try
        {
            return File.Exists(file) ? Start(file) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read now was not read before.
            return "";
        }
    }

    private static string Start(string file)
    {
        using var reader = new StreamReader(file);
        var buffer = new char[Longest];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)\}|_?env[""']?\s*[:=]\s*[""']?(?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("KEY|TOKEN|SECRET|PASSWORD", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Secretive();

    [GeneratedRegex(@"(^|;)\s*(password|pwd)\s*=(?<password>[^;]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Password();
}
