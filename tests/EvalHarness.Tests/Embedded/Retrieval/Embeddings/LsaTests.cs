using EvalHarness.Embedded.Retrieval.Embeddings;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Microsoft.Extensions.AI;

namespace EvalHarness.Tests.Embedded.Retrieval.Embeddings;

internal sealed class LsaTests
{
    private static readonly string[] Texts =
    [
        "A bicycle needs a tyre and a brake.",
        "The bike workshop mends a tyre and a brake.",
        "Every bike has a saddle.",
        "An invoice is paid by card or by transfer.",
        "A bill is paid by card within a month.",
        "The bill lists the tax.",
    ];

    [Test]
    public void The_same_texts_give_the_same_bytes()
    {
        var (first, second) = (Learn(3), Learn(3));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Words_that_keep_the_same_company_point_the_same_way()
    {
        var model = LsaModelBytes.Read(Learn(2));

        Assert.That(Cosine(model, "bicycle", "bike"), Is.GreaterThan(0.9));
        Assert.That(Cosine(model, "invoice", "bill"), Is.GreaterThan(0.9));
        Assert.That(Math.Abs(Cosine(model, "bicycle", "bill")), Is.LessThan(0.2));
    }

    [Test]
    public void With_all_directions_kept_cosines_are_those_of_the_weighted_words()
    {
        var model = LsaModelBytes.Read(Learn(256));

        foreach (var a in Texts)
            foreach (var b in Texts)
                Assert.That(Cosine(model, a, b), Is.EqualTo(Dot(model.Weights.Weigh(a), model.Weights.Weigh(b))).Within(1e-5));
    }

    [Test]
    public void Directions_are_orthonormal_and_as_many_as_the_texts_have()
    {
        var model = LsaModelBytes.Read(Learn(256));
        var count = model.Directions[0].Length;

        Assert.That(count, Is.EqualTo(6));
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
                Assert.That(model.Directions.Sum(d => (double)d[i] * d[j]), Is.EqualTo(i == j ? 1 : 0).Within(1e-5));
    }

    [Test]
    public async Task A_text_of_unknown_words_has_no_direction()
    {
        var embedder = new LsaEmbedderProvider().Connect(Source(2), Learn(2));

        Assert.That((await embedder.GenerateAsync(["zebra crossing"]))[0].Vector.ToArray(), Is.All.Zero);
    }

    [Test]
    public void Nothing_to_learn_from_is_said()
    {
        Assert.That(() => new LsaEmbedderProvider().Learn(Source(2), ["it is", "what?"]), Throws.TypeOf<InputException>().With.Message.Contains("no word to learn from"));
    }

    private static byte[] Learn(int dimensions) => new LsaEmbedderProvider().Learn(Source(dimensions), Texts);

    private static EmbedderSource Source(int dimensions) => new(new EmbedderOptions { Provider = "lsa", Dimensions = dimensions }, null);

    private static double Cosine(LsaModel model, string a, string b) => model.Embed(a).Zip(model.Embed(b), (x, y) => (double)x * y).Sum();

    private static double Dot(SparseVector a, SparseVector b) =>
        a.Entries.Join(b.Entries, x => x.Place, y => y.Place, (x, y) => x.Value * y.Value).Sum();
}
