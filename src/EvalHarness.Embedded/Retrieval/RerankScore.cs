namespace EvalHarness.Embedded.Retrieval;

/// <summary>A re-ranker's score and what it is made of, each in [0, 1].</summary>
/// <param name="Keyword">The keyword score, as a share of the best one.</param>
/// <param name="Coverage">The idf share of the question's terms that text or title contain.</param>
/// <param name="Proximity">How near each other neighbouring question terms stand.</param>
/// <param name="Title">The idf share of the question's terms that the title contains.</param>
internal sealed record RerankScore(double Keyword, double Coverage, double Proximity, double Title)
{
    public double Total => (0.5 * Keyword) + (0.25 * Coverage) + (0.15 * Proximity) + (0.1 * Title);
}
