using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>A question, read once for all the claims of an answer.</summary>
internal sealed class PreparedQuestion
{
    public PreparedQuestion(string question)
    {
        var words = WordReader.Read(question);
        Stems = [.. words.Where(w => w.IsContent && w.Lexeme.Number is null).Select(w => w.Stem)];
        Quantities = QuantityReader.Read(question, words);
    }

    public HashSet<string> Stems { get; }

    public List<Quantity> Quantities { get; }
}
