using EvalHarness.TrainingData.Texts;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.TrainingData.Texts;

public class ShinglesTests
{
    [Test]
    public void Of_two_texts_the_shared_runs_of_five_letters_count()
    {
        // abcde bcdef | bcdef cdefg: one of three.
        Assert.That(Shingles.Similarity(Shingles.Of("abcdef"), Shingles.Of("bcdefg")), Is.EqualTo(1 / 3d).Within(1e-9));
    }

    [Property]
    public bool A_text_is_like_itself_and_no_order_matters(string? a, string? b)
    {
        var (first, second) = (Shingles.Of(a ?? ""), Shingles.Of(b ?? ""));
        var similarity = Shingles.Similarity(first, second);

        return similarity is >= 0 and <= 1
            && similarity.Equals(Shingles.Similarity(second, first))
            && (first.Length == 0 || Shingles.Similarity(first, first) is 1);
    }

    [Test]
    public void A_short_text_is_one_shingle() => Assert.That(Shingles.Of("abc"), Has.Length.EqualTo(1));
}
