using System.Text.Json;
using LlmAspects.Shared;

namespace LlmAspects.Analyzers.Tests.Conventions;

public class CoreMethodConventionTests
{
    [Theory]
    [InlineData("Ask", "AskCore")]
    [InlineData("AskAsync", "AskCoreAsync")]
    [InlineData("AsyncAsk", "AsyncAskCore")]
    [InlineData("Askasync", "AskasyncCore")]
    [InlineData("Async", "AsyncCore")]
    public void CoreName_StandsBeforeAsync(string method, string core) => CoreMethodConvention.CoreNameOf(method).ShouldBe(core);

    [Theory]
    [InlineData("SelectModelAsync", "select_model")]
    [InlineData("Ask", "ask")]
    [InlineData("Async", "async")]
    [InlineData("CountBPETokens", "count_bpe_tokens")]
    public void OperationName_IsSnakeCaseWithoutAsync(string method, string operation) =>
        CoreMethodConvention.OperationNameOf(method).ShouldBe(operation);

    [Theory]
    [InlineData("LlmRouter", "llm_router")]
    [InlineData("LLMRouter", "llm_router")]
    [InlineData("Gpt4oRouter2B", "gpt4o_router2_b")]
    public void ComponentName_IsSnakeCase(string type, string component) => CoreMethodConvention.ComponentNameOf(type).ShouldBe(component);

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("ABC")]
    [InlineData("ABCd")]
    [InlineData("IOStream2Http")]
    [InlineData("Http2Client")]
    [InlineData("already_snake_Case")]
    [InlineData("__Leading__")]
    [InlineData("with Some  spaces ")]
    [InlineData("ÄrgerÜber")]
    [InlineData("ΑΒΓδ")]
    [InlineData("İstanbulIsı")]
    [InlineData("ǅungla")]
    [InlineData("X٣Y")]
    [InlineData("𝔄bC𐐀d")]
    public void SnakeCase_EqualsTheJsonPolicy(string name) =>
        CoreMethodConvention.ComponentNameOf(name).ShouldBe(JsonNamingPolicy.SnakeCaseLower.ConvertName(name));

    [Fact]
    public void SnakeCase_EqualsTheJsonPolicy_ForRandomNames()
    {
        const string Alphabet = "aBcDXYZ019_ -éÉßİıǅـ٣\u2028\ud835\udd04";
        var random = new Random(42);
        for (var i = 0; i < 20_000; i++)
        {
            var name = string.Create(random.Next(0, 14), random, static (text, random) =>
            {
                foreach (ref var character in text)
                {
                    character = Alphabet[random.Next(Alphabet.Length)];
                }
            });
            CoreMethodConvention.ComponentNameOf(name).ShouldBe(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), name);
        }
    }
}
