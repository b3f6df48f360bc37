using Npgsql;

namespace LlmAspects.Components.PostgreSql.Tests;

public sealed class PostgreSqlRetrievalOptionsTests
{
    [Fact]
    public void Defaults_AreThoseOfTheDocumentation() => new PostgreSqlRetrievalOptions().ShouldBe(new PostgreSqlRetrievalOptions { Schema = "llmaspects", SearchDepth = 100, ComparesAll = false });

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    [InlineData("é")]
    [InlineData("a123456789a123456789a123456789a123456789a123456789a123456789a123")]
    public Task NameThatIsNone_IsRefused(string schema) => RefusedAsync(new PostgreSqlRetrievalOptions { Schema = schema });

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public Task DepthOutOfRange_IsRefused(int depth) => RefusedAsync(new PostgreSqlRetrievalOptions { SearchDepth = depth });

    private static async Task RefusedAsync(PostgreSqlRetrievalOptions options)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1");

        await Should.ThrowAsync<ArgumentException>(() => PostgreSqlRetrievalStore.OpenAsync(source, options));
    }
}
