using EvalHarness.Embedded.Retrieval.Embeddings;

namespace EvalHarness.Tests.Embedded.Retrieval.Embeddings;

internal sealed class CharNgramTests
{
    private static readonly CharNgramHashing Hashing = new(256);

    [Test]
    public void A_vector_has_length_1_and_the_asked_number_of_dimensions()
    {
        var vector = new CharNgramHashing(64).Embed("How long is a reset link valid?");

        Assert.That(vector, Has.Length.EqualTo(64));
        Assert.That(vector.Sum(v => v * v), Is.EqualTo(1).Within(1e-5));
    }

    [Test]
    public void Spelling_and_letter_case_hardly_matter()
    {
        Assert.That(Cosine("Reset the password", "reset the pasword"), Is.GreaterThan(0.6));
        Assert.That(Cosine("Reset the password", "RESET, the password!"), Is.EqualTo(1).Within(1e-6));
        Assert.That(Math.Abs(Cosine("Reset the password", "opening hours on Sunday")), Is.LessThan(0.3));
    }

    [TestCase("")]
    [TestCase("?!")]
    public void A_text_without_letters_has_no_direction(string text)
    {
        Assert.That(Hashing.Embed(text), Is.All.Zero);
    }

    [Test]
    public void The_same_text_gives_the_same_vector_in_every_process()
    {
        // Worked out apart from this code, from the definitions of both hashes.
        Assert.That(new CharNgramHashing(4).Embed("reset").Select(v => MathF.Round(v, 4)), Is.EqualTo(new[] { -0.7071f, 0f, 0f, -0.7071f }));
    }

    private static double Cosine(string a, string b) => Hashing.Embed(a).Zip(Hashing.Embed(b), (x, y) => (double)x * y).Sum();
}
