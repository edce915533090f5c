using System.Text.RegularExpressions;
using EvalHarness.Datasets;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Starting;

/// <summary>The folder that a comparison is set up in. What people wrote in it stays.</summary>
internal sealed partial class StarterFolder(string folder)
{
    private const string Samples = "samples.jsonl";
    private const string Article = "placeholder.md";

    /// <returns>The files that were written, below the folder.</returns>
    /// <exception cref="InputException">Files are there already, or documents cannot be read; nothing has been written then.</exception>
    public IReadOnlyList<string> Write(StarterAnswers answers, bool overwrites)
    {
        List<StarterFile> files = [.. new StarterFiles(Name(), answers).All()];
        DemandFree(files, overwrites);
        var corpus = Path.Combine(folder, answers.Corpus);
        var hasDocuments = Directory.Exists(corpus) && Directory.EnumerateFiles(corpus, "*.md", SearchOption.AllDirectories).Any();
        var documents = hasDocuments ? CorpusReader.Read(corpus) : null;
        if (documents is null)
            documents = Placeholder(corpus);
        if (!File.Exists(Path.Combine(folder, Samples)))
            files.Add(new StarterFile(Samples, StarterSamples.Of(documents)));
        foreach (var file in files)
            Write(file.Path, file.Text);
        return [.. files.Select(f => f.Path), .. hasDocuments ? [] : new[] { Path.Combine(answers.Corpus, Article) }];
    }

    private void DemandFree(List<StarterFile> files, bool overwrites)
    {
        string[] there = [.. files.Select(f => f.Path).Where(p => File.Exists(Path.Combine(folder, p)))];
        if (!overwrites && there.Length > 0)
            throw new InputException(new InputProblem(folder, $"these files are there already: {string.Join(", ", there)}", "Nothing was written. Name another folder, or write over them with --force."));
    }

    private Corpus Placeholder(string corpus)
    {
        Write(Path.Combine(corpus, Article), Template.Text("article.md"));
        return CorpusReader.Read(corpus);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    // As an experiment's name may be: it becomes a part of a folder's.
    private string Name() => Unfit().Replace(Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar)), "-").Trim('-', '.', '_') is { Length: > 0 } name ? name[..Math.Min(name.Length, 40)] : "comparison";

    [GeneratedRegex("[^A-Za-z0-9._-]+", RegexOptions.None, 1000)]
    private static partial Regex Unfit();
}
