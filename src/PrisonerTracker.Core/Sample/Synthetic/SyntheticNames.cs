using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Sample.Synthetic;

/// <summary>
/// Names put together from common parts, in Latin, Belarusian and Russian; few enough parts that namesakes are many, as many at a million people as
/// a large country has.
/// </summary>
internal static class SyntheticNames
{
    private static readonly Part[] MaleGiven = Parts(
        "Aleh/Алег/Олег Aliaksei/Аляксей/Алексей Anatol/Анатоль/Анатолий Andrei/Андрэй/Андрей Anton/Антон/Антон Artsiom/Арцём/Артём "
        + "Barys/Барыс/Борис Dzianis/Дзяніс/Денис Dzmitry/Дзмітрый/Дмитрий Fiodar/Фёдар/Фёдор Hleb/Глеб/Глеб Ihar/Ігар/Игорь "
        + "Illia/Ілля/Илья Ivan/Іван/Иван Kanstantsin/Канстанцін/Константин Kiryl/Кірыл/Кирилл Leanid/Леанід/Леонид Maksim/Максім/Максим "
        + "Mikhail/Міхаіл/Михаил Mikita/Мікіта/Никита Pavel/Павел/Павел Piotr/Пётр/Пётр Raman/Раман/Роман Siarhei/Сяргей/Сергей "
        + "Stsiapan/Сцяпан/Степан Tsimafei/Цімафей/Тимофей Uladzislau/Уладзіслаў/Владислав Vadzim/Вадзім/Вадим Vasil/Васіль/Василий Yauhen/Яўген/Евгений");

    private static readonly Part[] FemaleGiven = Parts(
        "Alena/Алена/Елена Aksana/Аксана/Оксана Alesia/Алеся/Алеся Anastasiia/Анастасія/Анастасия Antanina/Антаніна/Антонина Daria/Дар'я/Дарья "
        + "Halina/Галіна/Галина Hanna/Ганна/Анна Iryna/Ірына/Ирина Katsiaryna/Кацярына/Екатерина Kseniia/Ксенія/Ксения Larysa/Ларыса/Лариса "
        + "Liudmila/Людміла/Людмила Marharyta/Маргарыта/Маргарита Maryia/Марыя/Мария Nadzeia/Надзея/Надежда Natallia/Наталля/Наталья Nina/Ніна/Нина "
        + "Palina/Паліна/Полина Sviatlana/Святлана/Светлана Tatsiana/Таццяна/Татьяна Valiantsina/Валянціна/Валентина Volha/Вольга/Ольга Yuliia/Юлія/Юлия");

    private static readonly Part[] MalePatronymics = Parts(
        "Aliakseevich/Аляксеевіч/Алексеевич Andreevich/Андрэевіч/Андреевич Barysavich/Барысавіч/Борисович Ivanavich/Іванавіч/Иванович "
        + "Leanidavich/Леанідавіч/Леонидович Mikhailavich/Міхайлавіч/Михайлович Paulavich/Паўлавіч/Павлович Piatrovich/Пятровіч/Петрович "
        + "Siarheevich/Сяргеевіч/Сергеевич Vasilevich/Васільевіч/Васильевич");

    private static readonly Part[] FemalePatronymics = Parts(
        "Aliakseeuna/Аляксееўна/Алексеевна Andreeuna/Андрэеўна/Андреевна Barysauna/Барысаўна/Борисовна Ivanauna/Іванаўна/Ивановна "
        + "Leanidauna/Леанідаўна/Леонидовна Mikhailauna/Міхайлаўна/Михайловна Paulauna/Паўлаўна/Павловна Piatrouna/Пятроўна/Петровна "
        + "Siarheeuna/Сяргееўна/Сергеевна Vasileuna/Васільеўна/Васильевна");

    // The same for women and men.
    private static readonly Part[] Family = Parts(
        "Astapenka/Астапенка/Остапенко Bandarenka/Бандарэнка/Бондаренко Barsuk/Барсук/Барсук Bialko/Бялько/Белько Dubovik/Дубовік/Дубовик "
        + "Dzemidzenka/Дзямідзенка/Демиденко Harbuz/Гарбуз/Гарбуз Hryshchanka/Грышчанка/Грищенко Hurko/Гурко/Гурко Ihnatsenka/Ігнаценка/Игнатенко "
        + "Kachan/Качан/Качан Karatkevich/Караткевіч/Короткевич Kavalchuk/Кавальчук/Ковальчук Kavalenka/Каваленка/Коваленко Klimchuk/Клімчук/Климчук "
        + "Krauchanka/Краўчанка/Кравченко Kuchynka/Кучынка/Кучинко Lapko/Лапко/Лапко Litvinka/Літвінка/Литвинко Lukashyk/Лукашык/Лукашик "
        + "Makarevich/Макарэвіч/Макаревич Mazur/Мазур/Мазур Melnik/Мельнік/Мельник Mikhalevich/Міхалевіч/Михалевич Novik/Новік/Новик "
        + "Panasiuk/Панасюк/Панасюк Pashkevich/Пашкевіч/Пашкевич Piatrenka/Пятрэнка/Петренко Radzivonchyk/Радзівончык/Радивончик Rudzko/Рудзько/Рудько "
        + "Sakalenka/Сакаленка/Соколенко Salavei/Салавей/Соловей Saucanka/Саўчанка/Савченко Shauchenka/Шаўчэнка/Шевченко Shchurko/Шчурко/Щурко "
        + "Stasevich/Стасевіч/Стасевич Tarasiuk/Тарасюк/Тарасюк Tkachuk/Ткачук/Ткачук Vaitsiuk/Вайцюк/Войтюк Yurchanka/Юрчанка/Юрченко");

    // Rarer ones, of a beginning and an ending each.
    private static readonly Part[] Beginnings = Parts(
        "Asip/Асіп/Осип Babr/Бабр/Бобр Barad/Барад/Бород Burak/Бурак/Бурак Chabat/Чабат/Чебот Dub/Дуб/Дуб Dziat/Дзят/Дят Hal/Гал/Гал Harb/Гарб/Горб "
        + "Hrab/Граб/Граб Kalas/Калас/Колос Kaz/Каз/Коз Kis/Кіс/Кис Kled/Клед/Клед Kos/Кос/Кос Krap/Крап/Кроп Kul/Кул/Кул Lab/Лаб/Лоб Lis/Ліс/Лис "
        + "Luk/Лук/Лук Mal/Мал/Мал Mark/Марк/Марк Mask/Маск/Моск Nav/Нав/Нов Padal/Падал/Подол Palaz/Палаз/Полоз Pil/Піл/Пил Rab/Раб/Ряб Rud/Руд/Руд "
        + "Sav/Сав/Сав Shab/Шаб/Шаб Shul/Шул/Шул Stral/Страл/Стрел Sukhar/Сухар/Сухар Taras/Тарас/Тарас Tur/Тур/Тур Vai/Вай/Вой Varab/Вараб/Вороб "
        + "Vish/Віш/Виш Yarm/Ярм/Ярм Zhuk/Жук/Жук Zub/Зуб/Зуб");

    private static readonly Part[] Endings = Parts(
        "anok/анок/онок avets/авец/овец evich/эвіч/евич ets/эц/ец ko/ко/ко uk/ук/ук un/ун/ун ur/ур/ур ych/ыч/ич ynets/ынец/инец");

    public static IReadOnlyList<NameDetails> Of(Gender gender, Dice dice)
    {
        var isFemale = gender == Gender.Female || (gender != Gender.Male && dice.Percent(50));
        var given = dice.Of(isFemale ? FemaleGiven : MaleGiven);
        var family = dice.Percent(40) ? dice.Of(Family) : Composed(dice.Of(Beginnings), dice.Of(Endings));
        var patronymic = dice.Percent(40) ? dice.Of(isFemale ? FemalePatronymics : MalePatronymics) : null;
        var names = new List<NameDetails>
        {
            Name(Languages.English, given.Latin, null, family.Latin),
            Name(Languages.Belarusian, given.Belarusian, patronymic?.Belarusian, family.Belarusian),
            Name(Languages.Russian, given.Russian, patronymic?.Russian, family.Russian),
        };
        if (dice.Percent(20))
        {
            var (first, last) = (FromRussian(given.Russian), FromRussian(family.Russian));
            names.Add(Name(Languages.English, first, null, last) with { Kind = NameKind.Transliteration });
        }

        return names;
    }

    private static Part Composed(Part beginning, Part ending) =>
        new(beginning.Latin + ending.Latin, beginning.Belarusian + ending.Belarusian, beginning.Russian + ending.Russian);

    private static NameDetails Name(string language, string given, string? patronymic, string family) => new()
    {
        Full = patronymic is null ? $"{given} {family}" : $"{given} {patronymic} {family}",
        Given = given,
        Patronymic = patronymic,
        Family = family,
        Language = language,
    };

    private static string FromRussian(string name)
    {
        var latin = Slug.Of(name);
        return char.ToUpperInvariant(latin[0]) + latin[1..];
    }

    private static Part[] Parts(string written) =>
        [.. written.Split(' ').Select(p => p.Split('/')).Select(p => new Part(p[0], p[1], p[2]))];

    private sealed record Part(string Latin, string Belarusian, string Russian);
}
