using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class McNemarTests
{
    // By hand: 2 · (1 + 12 + 66 + 220)/2¹² and the same less 220/2¹².
    [TestCase(3, 9, 598.0 / 4096, 378.0 / 4096)]
    [TestCase(9, 3, 598.0 / 4096, 378.0 / 4096)]
    [TestCase(0, 0, 1, 1)]
    public void Both_forms_give_the_hand_calculated_p(int wins, int losses, double exact, double midP)
    {
        Assert.That(McNemar.Exact(wins, losses), Is.EqualTo(exact).Within(1e-12));
        Assert.That(McNemar.MidP(wins, losses), Is.EqualTo(midP).Within(1e-12));
    }
}
