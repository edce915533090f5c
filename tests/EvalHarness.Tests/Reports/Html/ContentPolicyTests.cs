using System.Security.Cryptography;
using System.Text;

namespace EvalHarness.Tests.Reports.Html;

public sealed class ContentPolicyTests
{
    private TemporaryFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task The_policy_allows_the_script_and_the_style_of_the_page_and_no_other()
    {
        var page = await WrittenPage.WriteAsync(SomeReport.Make(), folder.FullPath);

        Assert.That(page.Policy.Split("; "), Is.EqualTo(new[]
        {
            "default-src 'none'",
            $"script-src {HashOf(page.Script)}",
            $"style-src {HashOf(page.Style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        }));
    }

    [Test]
    public async Task Only_a_page_with_row_files_may_load_scripts_from_beside_it()
    {
        var page = await WrittenPage.WriteAsync(SomeReport.Make(), folder.FullPath, rowLimitBytes: 1_000);

        Assert.That(page.Policy, Does.Contain($"script-src {HashOf(page.Script)} 'self';"));
    }

    [Test]
    public async Task No_element_has_a_handler_or_a_style_of_its_own()
    {
        var page = await WrittenPage.WriteAsync(SomeReport.Make(), folder.FullPath);

        Assert.That(page.Elements, Has.None.Match(@"\s(on[a-z]+|style)="));
    }

    [TestCase("innerHTML")]
    [TestCase("outerHTML")]
    [TestCase("insertAdjacentHTML")]
    [TestCase("document.write")]
    [TestCase("DOMParser")]
    [TestCase("createContextualFragment")]
    [TestCase("eval(")]
    [TestCase("new Function")]
    [TestCase("fetch(")]
    [TestCase("</script")]
    [TestCase("<!--")]
    public async Task The_script_has_no_way_to_make_markup_or_code_from_text(string way)
    {
        var page = await WrittenPage.WriteAsync(SomeReport.Make(), folder.FullPath);

        Assert.That(page.Script, Does.Not.Contain(way));
    }

    private static string HashOf(string source) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}'";
}
