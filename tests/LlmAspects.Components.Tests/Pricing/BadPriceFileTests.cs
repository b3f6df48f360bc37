using System.Text;
using CsCheck;
using LlmAspects.Components.Pricing;

namespace LlmAspects.Components.Tests.Pricing;

public class BadPriceFileTests
{
    [Theory]
    [InlineData("""{ "version": 2, "plans": [] }""", 1, "'version' is 2", "version 1")]
    [InlineData("""{ "currency": "USD" }""", null, "'version' is missing", "")]
    [InlineData("null", null, "null", "")]
    [InlineData("[]", 1, "$", "")]
    [InlineData("", 1, "$", "")]
    public void UnknownVersion_IsRefused(string json, int? line, string what, string more) => Refuse(json, line, what, more);

    [Fact]
    public void VersionOfALaterLine_IsNamedWithIt() => Refuse("{\n  \"currency\": \"USD\",\n  \"version\": 0\n}", 3, "'version' is 0", "");

    [Fact]
    public void OtherCurrency_IsRefused() => Refuse(
        """
        {
          "version": 1,
          "currency": "EUR",
          "models": {}
        }
        """,
        3, "'currency'", "'EUR'");

    [Theory]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": 1, "output": 2, "cached": 3 } }""", "cached")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": 1 } }""", "output")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": "1", "output": 2 } }""", "input")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": null, "output": 2 } }""", "input")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": 1, "input": 3, "output": 2 } }""", "input")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": -0.01, "output": 2 } }""", "standard.input")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": 1, "output": 1000001 } }""", "standard.output")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": 1, "output": 1e40 } }""", "output")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": 1, "output": 2, "cachedInput": -1 } }""", "standard.cachedInput")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": 1, "output": 2, "cacheWrite": -1 } }""", "standard.cacheWrite")]
    [InlineData("""{ "from": "2026-01-01", "standard": { "input": 1, "output": 2 }, "batch": { "input": -1, "output": 2 } }""", "batch.input")]
    [InlineData("""{ "from": "2026-13-01", "standard": { "input": 1, "output": 2 } }""", "from")]
    [InlineData("""{ "from": "January", "standard": { "input": 1, "output": 2 } }""", "from")]
    [InlineData("""{ "standard": { "input": 1, "output": 2 } }""", "from")]
    [InlineData("""{ "from": "2026-01-01" }""", "standard")]
    [InlineData("""{ "from": "2026-01-01", "standard": null }""", "standard")]
    [InlineData("""{ "from": "2025-01-01", "standard": { "input": 1, "output": 2 } }""", "'from' 2025-01-01")]
    [InlineData("null", "null")]
    [InlineData("{ ] }", "")]
    public void BadEntry_IsNamedWithModelFieldAndLine(string entry, string field) => Refuse(
        $$"""
        {
          "version": 1,
          "currency": "USD",
          "models": {
            "other": [ { "from": "2025-01-01", "standard": { "input": 9, "output": 9 } } ],
            "gpt-4.1 \"x\"": [
              { "from": "2025-01-01", "standard": { "input": 9, "output": 9 }, "batch": { "input": 9, "output": 9 } },
              {{entry}}
            ]
          }
        }
        """,
        8, field, entry.Length > 5 ? "gpt-4.1" : "");

    [Theory]
    [InlineData("\"a\": []", "'a' has no prices")]
    [InlineData("\"a\": null", "'a' has no prices")]
    [InlineData("\" \": []", "no id")]
    [InlineData("\"a\": {}", "$.models.a")]
    public void BadModel_IsNamedWithItsLine(string model, string what) => Refuse($"{{ \"version\": 1, \"currency\": \"USD\", \"models\": {{\n\n{model}\n}} }}", 3, what, "");

    [Fact]
    public void ModelGivenTwice_IsRefused()
    {
        const string Entry = """[ { "from": "2026-01-01", "standard": { "input": 1, "output": 2 } } ]""";

        Refuse($"{{ \"version\": 1, \"currency\": \"USD\", \"models\": {{ \"a\": {Entry},\n \"a\": {Entry} }} }}", 2, "a", "");
    }

    [Fact]
    public void UnknownTopField_IsRefused() => Refuse("{ \"version\": 1, \"currency\": \"USD\",\n \"modells\": {} }", 2, "modells", "");

    [Fact]
    public void AnyChange_GivesATableOrASayingOfWhatIsWrong()
    {
        byte[] valid = Encoding.UTF8.GetBytes("""
            { "version": 1, "currency": "USD", "source": "\u0078", "models": { "a": [ { "from": "2026-01-01", "standard": { "input": 1, "output": 2.5 }, "batch": { "input": 1, "output": 2 } } ], "b": [] } }
            """);

        Gen.Select(Gen.Int[0, valid.Length - 1], Gen.Int[0, 4], Gen.Byte.Array[0, 3]).Sample((place, removed, added) =>
        {
            using var stream = new MemoryStream([.. valid[..place], .. added, .. valid[Math.Min(valid.Length, place + removed)..]]);
            try
            {
                return PriceTable.Load(stream).Models.Length > 0;
            }
            catch (PriceTableException error)
            {
                return error.Message.Length > "The price table is not valid: ".Length;
            }
        }, iter: 20_000);
    }

    [Fact]
    public void DeepNesting_IsRefused() => Refuse($"{{ \"version\": 1, \"models\": {new string('[', 100_000)}", 1, "$", "");

    private static void Refuse(string json, int? line, string what, string more)
    {
        PriceTableException error = Should.Throw<PriceTableException>(() => PriceTable.Parse(json));

        error.ErrorCode.ShouldBe("price_table_invalid");
        error.Line.ShouldBe(line, error.Message);
        error.Message.ShouldContain(what, Case.Sensitive);
        error.Message.ShouldContain(more, Case.Sensitive);
        error.Message.ShouldNotContain("LlmAspects.");
    }
}
