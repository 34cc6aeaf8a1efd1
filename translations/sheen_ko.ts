<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>GroundPlane</name>
    <message>
        <source>PROJ has no transformation to EPSG:%1. Give another code, or &quot;auto&quot; for UTM.</source>
        <translation>PROJ에 EPSG:%1 변환이 없습니다. 다른 코드를 쓰거나 UTM을 뜻하는 &quot;auto&quot;를 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>LineNetwork</name>
    <message>
        <source>%1 cannot be read (%2). It comes with Sheen: install Sheen again.</source>
        <translation>%1을(를) 읽을 수 없습니다(%2). Sheen에 들어 있는 파일입니다. Sheen을 다시 설치하십시오.</translation>
    </message>
</context>
<context>
    <name>MapProjection</name>
    <message>
        <source>EPSG:%1 is no projected coordinate system in metres that PROJ knows. Give another code, or &quot;auto&quot; for UTM.</source>
        <translation>EPSG:%1은(는) PROJ가 아는 미터 단위 투영 좌표계가 아닙니다. 다른 코드를 쓰거나 UTM을 뜻하는 &quot;auto&quot;를 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>OverlayLayout</name>
    <message>
        <source>The overlay layout %1 cannot be used: %2</source>
        <translation>오버레이 배치 %1을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>it holds no JSON object.</source>
        <translation>JSON 객체가 없습니다.</translation>
    </message>
    <message>
        <source>textHeight, the height of a capital as a share of the picture&apos;s height, has to lie between 0 and 0.2.</source>
        <translation>영상 높이에 대한 대문자 높이 비율인 textHeight는 0과 0.2 사이여야 합니다.</translation>
    </message>
    <message>
        <source>it describes no fields.</source>
        <translation>항목이 하나도 없습니다.</translation>
    </message>
    <message>
        <source>%1 has to be [left, top, width, height], as shares of the picture, within 0 to 1.</source>
        <translation>%1은(는) [왼쪽, 위, 너비, 높이]이며, 영상에 대한 비율로 0에서 1 사이여야 합니다.</translation>
    </message>
    <message>
        <source>%1 names an unknown field &quot;%2&quot;.</source>
        <translation>%1에 알 수 없는 항목 &quot;%2&quot;이(가) 있습니다.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, but %3 has no formats: leave it out.</source>
        <translation>%1이(가) &quot;%2&quot;이지만 %3에는 형식이 없습니다. 빼십시오.</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;, which is no format of %3. Leave it out, or use one of: %4.</source>
        <translation>%1이(가) &quot;%2&quot;인데, 이는 %3의 형식이 아닙니다. 빼거나 다음 중 하나를 쓰십시오: %4.</translation>
    </message>
    <message>
        <source>%1 names the field &quot;%2&quot; once more.</source>
        <translation>%1에 항목 &quot;%2&quot;이(가) 다시 나옵니다.</translation>
    </message>
    <message>
        <source>textColour has to be one of: %1.</source>
        <translation>textColour는 다음 중 하나여야 합니다: %1.</translation>
    </message>
    <message>
        <source>The overlay layout could not be written to %1: %2</source>
        <translation>오버레이 배치를 %1에 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>There is no overlay layout &quot;%1&quot;. Use auto, the path of a layout file, or one of: %2.</source>
        <translation>오버레이 배치 &quot;%1&quot;이(가) 없습니다. auto, 배치 파일의 경로, 또는 다음 중 하나를 쓰십시오: %2.</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;OK</source>
        <translation>확인(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>저장하지 않고 닫기</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>모두 저장</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>예(&amp;Y)</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>모두 예(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>아니요(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>모두 아니요(&amp;O)</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>기본값 복원</translation>
    </message>
</context>
<context>
    <name>mergeSlicks</name>
    <message>
        <source>class %1</source>
        <translation>분류 %1</translation>
    </message>
</context>
<context>
    <name>sheen</name>
    <message>
        <source>Sheen&apos;s own file &quot;%1&quot; is missing (looked in %2). Install Sheen again, or set SHEEN_RESOURCES to its resources folder.</source>
        <translation>Sheen의 파일 &quot;%1&quot;이(가) 없습니다(찾은 곳: %2). Sheen을 다시 설치하거나 SHEEN_RESOURCES에 resources 폴더를 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::AboutDialog</name>
    <message>
        <source>About Sheen</source>
        <translation>Sheen 정보</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the versions, for a report of what went wrong</source>
        <translation>문제를 알릴 때 쓰도록 버전 정보를 복사합니다</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sheen&lt;/b&gt;&lt;p&gt;Finds oil on the sea in the recordings of a surveillance aircraft, places it on the map, and writes it out.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Built on QGIS, Qt, GDAL, OpenCV, LibTorch and FFmpeg.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Sheen&lt;/b&gt;&lt;p&gt;감시 항공기의 녹화 영상에서 해상의 기름을 찾아 지도에 배치하고 내보냅니다.&lt;/p&gt;&lt;p&gt;GNU 일반 공중 사용 허가서 3판 이상에 따른 자유 소프트웨어입니다. QGIS, Qt, GDAL, OpenCV, LibTorch, FFmpeg로 만들었습니다.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>sheen::AddLayerDialog</name>
    <message>
        <source>Add a Layer</source>
        <translation>레이어 추가</translation>
    </message>
    <message>
        <source>Change a Layer</source>
        <translation>레이어 변경</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>변경(&amp;C)</translation>
    </message>
    <message>
        <source>as the server names it; of WMS several, with commas</source>
        <translation>서버에서 쓰는 이름, WMS는 쉼표로 여러 개</translation>
    </message>
    <message>
        <source>the server&apos;s own</source>
        <translation>서버 기본값</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Layer of the server</source>
        <translation>서버의 레이어</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>스타일</translation>
    </message>
    <message>
        <source>Tile matrix set</source>
        <translation>타일 행렬 집합</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>좌표계</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>찾아보기(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose a map</source>
        <translation>지도 선택</translation>
    </message>
    <message>
        <source>The server is asked only when you show this layer: whoever runs it then learns which part of the sea you look at.</source>
        <translation>이 레이어를 표시할 때만 서버에 요청합니다. 그때 서버 운영자는 어느 해역을 보고 있는지 알게 됩니다.</translation>
    </message>
    <message>
        <source>The file is read where it lies, and not changed.</source>
        <translation>파일은 있는 자리에서 읽으며 바꾸지 않습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::Appearance</name>
    <message>
        <source>sheen</source>
        <translation>박막(은빛)</translation>
    </message>
    <message>
        <source>rainbow</source>
        <translation>무지갯빛</translation>
    </message>
    <message>
        <source>metallic</source>
        <translation>금속성 광택</translation>
    </message>
    <message>
        <source>discontinuous true colour</source>
        <translation>불연속 원유색</translation>
    </message>
    <message>
        <source>continuous true colour</source>
        <translation>연속 원유색</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>sheen::ApplyDialog</name>
    <message>
        <source>Apply What Was Learned</source>
        <translation>배운 것 적용</translation>
    </message>
    <message>
        <source>All frames of the results are marked: there is no other one to look at.</source>
        <translation>결과의 모든 프레임에 표시가 있어 비교해 볼 다른 프레임이 없습니다.</translation>
    </message>
    <message>
        <source>Frames around the marked ones, as the results have them and with what was learned. Where it errs, go back and mark there.</source>
        <translation>표시한 프레임 주변의 프레임을 지금 결과와 배운 뒤로 나란히 보입니다. 틀린 곳이 있으면 돌아가서 거기에 표시하십시오.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>후</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>프레임 %1</translation>
    </message>
    <message>
        <source>&amp;Name of the model:</source>
        <translation>모델 이름(&amp;N):</translation>
    </message>
    <message>
        <source>The flight is then run again. Decisions, notes, edits and marks stay; what is found besides lies beside them, undecided. The earlier results are kept aside.</source>
        <translation>그러면 비행을 다시 처리합니다. 판정, 메모, 편집, 표시는 남고 새로 찾은 것은 판정 없이 그 옆에 놓입니다. 이전 결과는 따로 보관합니다.</translation>
    </message>
    <message>
        <source>&amp;Run the Flight</source>
        <translation>비행 처리(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Go On Marking</source>
        <translation>계속 표시(&amp;G)</translation>
    </message>
    <message>
        <source>Frame %1
Oil %2 % → %3 %</source>
        <translation>프레임 %1
기름 %2 % → %3 %</translation>
    </message>
</context>
<context>
    <name>sheen::ArchiveCommand</name>
    <message>
        <source>--%1 needs a whole number of at least %2, not &quot;%3&quot;.</source>
        <translation>--%1에는 %2 이상의 정수가 필요하지만 &quot;%3&quot;이(가) 주어졌습니다.</translation>
    </message>
    <message>
        <source>Runs every flight below a folder that is not done yet, and keeps a catalogue of what was found.</source>
        <translation>폴더 아래에서 아직 끝나지 않은 모든 비행을 실행하고 찾은 것의 목록을 남깁니다.</translation>
    </message>
    <message>
        <source>A folder with recordings below it.</source>
        <translation>아래에 녹화가 있는 폴더.</translation>
    </message>
    <message>
        <source>sheen archive needs a folder with recordings below it.</source>
        <translation>sheen archive에는 아래에 녹화가 있는 폴더가 필요합니다.</translation>
    </message>
    <message>
        <source>Folder for results and catalogue; beside the recordings unless given.</source>
        <translation>결과와 목록을 둘 폴더. 지정하지 않으면 녹화 옆에 둡니다.</translation>
    </message>
    <message>
        <source>Hands the flights to Slurm as a job array.</source>
        <translation>비행들을 작업 배열로 Slurm에 넘깁니다.</translation>
    </message>
    <message>
        <source>With --slurm: longer flights are run in parts of so many frames (2000).</source>
        <translation>--slurm과 함께: 더 긴 비행은 이만큼의 프레임(2000)씩 나누어 실행합니다.</translation>
    </message>
    <message>
        <source>Runs one task of the job array, from 1.</source>
        <translation>작업 배열의 한 작업을 실행합니다(1부터).</translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;. Name one with recordings below it.</source>
        <translation>&quot;%1&quot; 폴더가 없습니다. 아래에 녹화가 있는 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>There is no recording below &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; 아래에 녹화가 없습니다.</translation>
    </message>
    <message>
        <source>The run of the flight crashed (%1). Run it alone to see why.</source>
        <translation>비행의 실행이 비정상 종료되었습니다(%1). 이유를 보려면 그 비행만 실행하십시오.</translation>
    </message>
    <message>
        <source>nothing was said</source>
        <translation>알려진 내용 없음</translation>
    </message>
    <message>
        <source>flight %1 of %2 (%3): %4 of %5 frames</source>
        <translation>비행 %1/%2 (%3): 프레임 %4/%5</translation>
    </message>
    <message>
        <source>There is no task %1 in &quot;%2&quot;.</source>
        <translation>&quot;%2&quot;에 작업 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The recording &quot;%1&quot; is not there any more.</source>
        <translation>녹화 &quot;%1&quot;이(가) 더 이상 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) were handed to Slurm; job %1 writes the catalogue at the end.</source>
        <translation>
            <numerusform>작업 %n개를 Slurm에 넘겼습니다. 끝나면 작업 %1이(가) 목록을 씁니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled; what was done is kept, and goes on when it is asked for again.</source>
        <translation>취소되었습니다. 한 것은 남아 있으며 다시 실행하면 이어집니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n flight(s) could not be run; &quot;%1&quot; tells why.</source>
        <translation>
            <numerusform>비행 %n개를 실행할 수 없었습니다. 이유는 &quot;%1&quot;에 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flight(s) are in &quot;%1&quot;.</source>
        <translation>
            <numerusform>비행 %n개가 &quot;%1&quot;에 있습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheen::ArchiveMap</name>
    <message>
        <source>with oil</source>
        <translation>기름 있음</translation>
    </message>
    <message>
        <source>without oil</source>
        <translation>기름 없음</translation>
    </message>
    <message>
        <source>Footprints</source>
        <translation>촬영 범위</translation>
    </message>
    <message>
        <source>Flights</source>
        <translation>비행</translation>
    </message>
</context>
<context>
    <name>sheen::ArchiveTable</name>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>not to the end</source>
        <translation>끝까지 가지 못함</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>모델: %1</translation>
    </message>
    <message>
        <source>Begun (UTC)</source>
        <translation>시작 (UTC)</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>비행</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Slicks</source>
        <translation>유막</translation>
    </message>
    <message>
        <source>Oil</source>
        <translation>기름</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>부피</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>sheen::ArchiveWindow</name>
    <message>
        <source>Archive</source>
        <translation>보관소</translation>
    </message>
    <message>
        <source>Search by words: name, folder, why it failed</source>
        <translation>낱말로 찾기: 이름, 폴더, 실패한 까닭</translation>
    </message>
    <message>
        <source>Shows the flights that have all of these words</source>
        <translation>이 낱말이 모두 들어 있는 비행을 보여 줍니다</translation>
    </message>
    <message>
        <source>Flown from</source>
        <translation>비행 기간</translation>
    </message>
    <message>
        <source>Shows the flights of these days (UTC)</source>
        <translation>이 날짜(UTC)의 비행을 보여 줍니다</translation>
    </message>
    <message>
        <source>With oil</source>
        <translation>기름 있는 것만</translation>
    </message>
    <message>
        <source>Shows the flights in which oil was found and not rejected</source>
        <translation>기름이 발견되고 기각되지 않은 비행을 보여 줍니다</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>지도에 보이는 곳만</translation>
    </message>
    <message>
        <source>Shows the flights that saw something of what the map shows</source>
        <translation>지도에 보이는 곳의 일부라도 촬영한 비행을 보여 줍니다</translation>
    </message>
    <message>
        <source>to</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Open &amp;Catalogue…</source>
        <translation>목록 열기(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose the catalogue.gpkg that sheen archive wrote</source>
        <translation>sheen archive가 쓴 catalogue.gpkg를 고릅니다</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>End the search; what is shown stays</source>
        <translation>찾기를 끝냅니다. 보이는 것은 그대로 남습니다</translation>
    </message>
    <message>
        <source>&amp;Open Flight</source>
        <translation>비행 열기(&amp;O)</translation>
    </message>
    <message>
        <source>Open the results of the flight, as a double click does</source>
        <translation>두 번 누를 때처럼 비행의 결과를 엽니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Open a catalogue</source>
        <translation>목록 열기</translation>
    </message>
    <message>
        <source>Catalogues of flights (catalogue.gpkg);;GeoPackages (*.gpkg);;All files (*)</source>
        <translation>비행 목록 (catalogue.gpkg);;GeoPackage (*.gpkg);;모든 파일 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n flight(s), %1 with oil</source>
        <translation>
            <numerusform>비행 %n건, 기름 있는 것 %1건</numerusform>
        </translation>
    </message>
    <message>
        <source>No flight is like that: clear the words, choose other days or another place.</source>
        <translation>그런 비행이 없습니다. 낱말을 지우거나 다른 날짜나 다른 곳을 고르십시오.</translation>
    </message>
    <message>
        <source>Open the catalogue of an archive. &quot;sheen archive FOLDER&quot; runs all flights below a folder and writes one.</source>
        <translation>보관소의 목록을 여십시오. &quot;sheen archive FOLDER&quot;는 폴더 아래의 모든 비행을 실행하고 목록을 씁니다.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>찾는 중…</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>찾기를 멈췄습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::BaseMap</name>
    <message>
        <source>Base map</source>
        <translation>배경 지도</translation>
    </message>
    <message>
        <source>Disputed borders</source>
        <translation>분쟁 경계선</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>시·도 경계</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>국가</translation>
    </message>
</context>
<context>
    <name>sheen::BenchCommand</name>
    <message>
        <source>Runs the pipeline on a flight and tells where the time went.</source>
        <translation>비행을 실행하고 시간이 어디에 쓰였는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>A video file, a folder of frames, or a workspace.</source>
        <translation>영상 파일, 프레임 폴더 또는 작업 파일.</translation>
    </message>
    <message>
        <source>sheen bench needs a flight: a video, a folder of frames or a workspace.</source>
        <translation>sheen bench에는 비행(영상, 프레임 폴더 또는 작업 파일)이 필요합니다.</translation>
    </message>
    <message>
        <source>Folder to keep the results in; without it they are thrown away.</source>
        <translation>결과를 남길 폴더. 지정하지 않으면 버립니다.</translation>
    </message>
    <message>
        <source>There is no room for the results of the run (%1). Name a folder with --out.</source>
        <translation>실행 결과를 둘 곳이 없습니다(%1). --out으로 폴더를 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::BenchReport</name>
    <message>
        <source>stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>mean, ms</source>
        <translation>평균, ms</translation>
    </message>
    <message>
        <source>99 %, ms</source>
        <translation>99 %, ms</translation>
    </message>
    <message>
        <source>CPU, s</source>
        <translation>CPU, s</translation>
    </message>
    <message>
        <source>of the wall</source>
        <translation>전체 대비</translation>
    </message>
    <message>
        <source>%1, whole flight</source>
        <translation>%1, 비행 전체</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) of &quot;%1&quot;, %2</source>
        <translation>
            <numerusform>&quot;%1&quot;의 프레임 %n개, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>frames: %1 s of wall time, %2 s of CPU time; overlap %3 (1 is the least with %4 threads)</source>
        <translation>프레임: 실제 시간 %1 s, CPU 시간 %2 s, 겹침 %3 (스레드 %4개에서 1이 최소)</translation>
    </message>
    <message>
        <source>a frame: %1 ms of CPU time, %2 times that of the model alone (%3 ms)</source>
        <translation>프레임당: CPU 시간 %1 ms, 모델만 돌릴 때(%3 ms)의 %2배</translation>
    </message>
    <message>
        <source>first oil after %1 s, the model loaded</source>
        <translation>첫 기름까지 %1 s (모델을 읽은 뒤)</translation>
    </message>
    <message>
        <source>no oil was found</source>
        <translation>기름을 찾지 못했습니다</translation>
    </message>
    <message>
        <source>after the last frame: %1 s</source>
        <translation>마지막 프레임 뒤: %1 s</translation>
    </message>
    <message>
        <source>in all: %1 s of wall time, %2 s of CPU time, %3 MiB of memory at most</source>
        <translation>모두: 실제 시간 %1 s, CPU 시간 %2 s, 메모리 최대 %3 MiB</translation>
    </message>
</context>
<context>
    <name>sheen::BookmarkPanel</name>
    <message>
        <source>&amp;Remove</source>
        <translation>제거(&amp;R)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>작성</translation>
    </message>
    <message>
        <source>Ctrl+B in the frame notes the moment, or the range that is set. A double click goes there; F2 writes the note.</source>
        <translation>Ctrl+B로 현재 순간이나 설정한 구간에 책갈피를 답니다. 두 번 클릭하면 그곳으로 이동하고, F2로 메모를 씁니다.</translation>
    </message>
</context>
<context>
    <name>sheen::BoxForm</name>
    <message>
        <source>Dark letters on a bright box</source>
        <translation>밝은 상자 위의 어두운 글자</translation>
    </message>
    <message>
        <source>Other mark (not read, no sea)</source>
        <translation>기타 표시 (읽지 않음, 바다 아님)</translation>
    </message>
    <message>
        <source>Which field stands in the box</source>
        <translation>상자 안에 있는 항목</translation>
    </message>
    <message>
        <source>How the overlay writes it; needed where the text alone can mean several things</source>
        <translation>오버레이가 쓰는 형식. 글자만으로 뜻이 여럿일 때 필요합니다</translation>
    </message>
    <message>
        <source>before, e.g. ALT</source>
        <translation>앞, 예: ALT</translation>
    </message>
    <message>
        <source>A word in the box that stands before the value and is skipped</source>
        <translation>상자 안에서 값 앞에 있어 건너뛰는 단어</translation>
    </message>
    <message>
        <source>after, e.g. MSL</source>
        <translation>뒤, 예: MSL</translation>
    </message>
    <message>
        <source>A word in the box that stands after the value and is skipped</source>
        <translation>상자 안에서 값 뒤에 있어 건너뛰는 단어</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Skip words</source>
        <translation>건너뛸 단어</translation>
    </message>
    <message>
        <source>any known form</source>
        <translation>알려진 모든 형식</translation>
    </message>
</context>
<context>
    <name>sheen::BoxVerdict</name>
    <message>
        <source>Other mark</source>
        <translation>기타 표시</translation>
    </message>
    <message>
        <source>no letters</source>
        <translation>글자 없음</translation>
    </message>
    <message>
        <source>No line of letters was found. Draw the box around one line, with the letters at its middle; check text height and colour, and whether it is dark on bright.</source>
        <translation>글자 줄을 찾지 못했습니다. 한 줄이 상자의 가운데에 오도록 그리고, 글자의 높이와 색, 밝은 바탕의 어두운 글자인지 확인하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not written as %2.</source>
        <translation>&quot;%1&quot;은(는) %2 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood as %2. Choose its format, name the words beside it, or draw the box closer.</source>
        <translation>&quot;%1&quot;을(를) %2(으)로 이해할 수 없습니다. 형식을 고르거나, 옆의 단어를 적거나, 상자를 더 좁게 그리십시오.</translation>
    </message>
    <message>
        <source>%1   (%2, or with the unit)</source>
        <translation>%1   (%2, 또는 단위와 함께)</translation>
    </message>
</context>
<context>
    <name>sheen::CalibrationForm</name>
    <message>
        <source>Pan</source>
        <translation>팬</translation>
    </message>
    <message>
        <source>The camera looks so much further to its right</source>
        <translation>카메라가 이만큼 더 오른쪽을 봅니다</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>틸트</translation>
    </message>
    <message>
        <source>The camera looks so much further down</source>
        <translation>카메라가 이만큼 더 아래를 봅니다</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>롤</translation>
    </message>
    <message>
        <source>The camera is turned so much clockwise about its axis</source>
        <translation>카메라가 광축을 중심으로 이만큼 시계 방향으로 돌아가 있습니다</translation>
    </message>
    <message>
        <source>Times the focal length that the field of view gives: more makes the sea smaller</source>
        <translation>화각에서 얻은 초점 거리에 곱하는 값: 커지면 바다가 작아집니다</translation>
    </message>
    <message>
        <source> times</source>
        <translation>배</translation>
    </message>
    <message>
        <source>Focal scale</source>
        <translation>초점 배율</translation>
    </message>
    <message>
        <source>Radial distortion: r becomes r (1 + k1 r² + k2 r⁴), with r in focal lengths from the middle</source>
        <translation>방사 왜곡: r이 r (1 + k1 r² + k2 r⁴)이 됩니다. r은 중심에서의 거리이며 초점 거리 단위입니다</translation>
    </message>
    <message>
        <source>What is seen at a flatter angle to the sea has no place: there a frame is cut</source>
        <translation>바다를 이보다 얕은 각으로 보는 곳은 위치를 알 수 없으므로 프레임을 그곳에서 자릅니다</translation>
    </message>
    <message>
        <source>Distortion k1</source>
        <translation>왜곡 k1</translation>
    </message>
    <message>
        <source>Distortion k2</source>
        <translation>왜곡 k2</translation>
    </message>
    <message>
        <source>Smallest grazing angle</source>
        <translation>최소 입사각</translation>
    </message>
</context>
<context>
    <name>sheen::CalibrationPage</name>
    <message>
        <source>While a flight runs, what it is placed with stays.</source>
        <translation>비행을 처리하는 동안에는 배치 설정을 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>The poses of this flight were given by a table: they stay as they are.</source>
        <translation>이 비행의 자세는 표에서 왔으므로 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>The calibration that this flight is placed with; choose another one here</source>
        <translation>이 비행을 배치하는 데 쓰는 보정입니다. 여기서 다른 보정을 고를 수 있습니다</translation>
    </message>
    <message>
        <source>Keep these numbers under the name of the turret, for other flights</source>
        <translation>이 값을 터릿 이름으로 저장하여 다른 비행에도 씁니다</translation>
    </message>
    <message>
        <source>Take the camera as the telemetry tells it</source>
        <translation>텔레메트리에 나온 카메라를 그대로 씁니다</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>none: as the telemetry tells</source>
        <translation>없음: 텔레메트리 그대로</translation>
    </message>
    <message>
        <source>own numbers, not saved</source>
        <translation>직접 정한 값, 저장 안 됨</translation>
    </message>
    <message>
        <source>%1, changed and not saved</source>
        <translation>%1, 바뀌었고 저장 안 됨</translation>
    </message>
</context>
<context>
    <name>sheen::CalibrationPanel</name>
    <message>
        <source>Mounting and Lens</source>
        <translation>장착과 렌즈</translation>
    </message>
    <message>
        <source>Tie Points</source>
        <translation>기준점</translation>
    </message>
</context>
<context>
    <name>sheen::CameraCalibration</name>
    <message>
        <source>The camera calibration&apos;s &quot;%1&quot; %2.</source>
        <translation>카메라 보정의 &quot;%1&quot; %2.</translation>
    </message>
    <message>
        <source>has to be [left, top, width, height], shares of the frame</source>
        <translation>값은 프레임에 대한 비율 [왼쪽, 위, 너비, 높이]여야 합니다</translation>
    </message>
    <message>
        <source>has to be a number from %1 to %2</source>
        <translation>값은 %1에서 %2 사이의 수여야 합니다</translation>
    </message>
    <message>
        <source>The camera calibration &quot;%1&quot; cannot be read: %2. Known ones: %3.</source>
        <translation>카메라 보정 &quot;%1&quot;을(를) 읽을 수 없습니다: %2. 알려진 보정: %3.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no camera calibration: %2.</source>
        <translation>&quot;%1&quot;은(는) 카메라 보정 파일이 아닙니다: %2.</translation>
    </message>
    <message>
        <source>The camera calibration could not be written to &quot;%1&quot;: %2.</source>
        <translation>카메라 보정을 &quot;%1&quot;에 쓸 수 없습니다: %2.</translation>
    </message>
</context>
<context>
    <name>sheen::CardText</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 픽셀</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>모든 크기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>대상 센서</translation>
    </message>
    <message>
        <source>Codes hold for</source>
        <translation>코드가 유효한 센서</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Weaknesses</source>
        <translation>약점</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>보정</translation>
    </message>
    <message>
        <source>Taught</source>
        <translation>가르친 내용</translation>
    </message>
</context>
<context>
    <name>sheen::Catalogue</name>
    <message>
        <source>The catalogue &quot;%1&quot; could not be written (%2). Make room on the disk, or close it in other programs.</source>
        <translation>목록 &quot;%1&quot;을(를) 쓸 수 없습니다(%2). 디스크 공간을 마련하거나 다른 프로그램에서 닫으십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no catalogue of flights. Name the catalogue.gpkg that sheen archive wrote.</source>
        <translation>&quot;%1&quot;은(는) 비행 목록이 아닙니다. sheen archive가 쓴 catalogue.gpkg를 지정하십시오.</translation>
    </message>
    <message>
        <source>a row cannot be removed</source>
        <translation>행을 지울 수 없습니다</translation>
    </message>
    <message>
        <source>a row cannot be added</source>
        <translation>행을 더할 수 없습니다</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;. Name the catalogue.gpkg that sheen archive wrote.</source>
        <translation>&quot;%1&quot; 파일이 없습니다. sheen archive가 쓴 catalogue.gpkg를 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::ClassNames</name>
    <message>
        <source>water</source>
        <translation>물</translation>
    </message>
    <message>
        <source>oil</source>
        <translation>기름</translation>
    </message>
    <message>
        <source>not oil</source>
        <translation>기름 아님</translation>
    </message>
    <message>
        <source>sheen</source>
        <translation>박막(은빛)</translation>
    </message>
    <message>
        <source>rainbow</source>
        <translation>무지갯빛</translation>
    </message>
    <message>
        <source>metallic</source>
        <translation>금속성 광택</translation>
    </message>
    <message>
        <source>true colour, discontinuous</source>
        <translation>불연속 원유색</translation>
    </message>
    <message>
        <source>true colour, continuous</source>
        <translation>연속 원유색</translation>
    </message>
    <message>
        <source>emulsion</source>
        <translation>에멀션</translation>
    </message>
    <message>
        <source>ship or structure</source>
        <translation>선박 또는 구조물</translation>
    </message>
    <message>
        <source>land, foam or other</source>
        <translation>육지, 거품 또는 기타</translation>
    </message>
    <message>
        <source>oil in infrared</source>
        <translation>적외선에 보이는 기름</translation>
    </message>
</context>
<context>
    <name>sheen::ClassTable</name>
    <message>
        <source>Colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Oil</source>
        <translation>기름</translation>
    </message>
    <message>
        <source>Appearance code</source>
        <translation>외관 코드</translation>
    </message>
    <message>
        <source>Double-click a name to change it</source>
        <translation>이름을 두 번 누르면 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>Areas of this class become slicks</source>
        <translation>이 분류의 영역은 유막이 됩니다</translation>
    </message>
    <message>
        <source>Of the Bonn Agreement: thickness and volume follow from it. None where the class tells nothing of it.</source>
        <translation>본 협약의 코드로, 두께와 부피가 여기서 나옵니다. 분류가 이를 말해 주지 않으면 없음입니다.</translation>
    </message>
    <message>
        <source>Choose another colour</source>
        <translation>다른 색을 고릅니다</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Value %1 in the mask</source>
        <translation>마스크에서의 값 %1</translation>
    </message>
</context>
<context>
    <name>sheen::ColumnTable</name>
    <message>
        <source>not used</source>
        <translation>쓰지 않음</translation>
    </message>
    <message>
        <source>Frame number</source>
        <translation>프레임 번호</translation>
    </message>
    <message>
        <source>Time of the recording</source>
        <translation>녹화 시간</translation>
    </message>
    <message>
        <source>Date and time (UTC)</source>
        <translation>날짜와 시각(UTC)</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>위도</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>경도</translation>
    </message>
    <message>
        <source>Altitude above the sea</source>
        <translation>해발 고도</translation>
    </message>
    <message>
        <source>Height above the ellipsoid</source>
        <translation>타원체고</translation>
    </message>
    <message>
        <source>Height above take-off</source>
        <translation>이륙 지점 기준 높이</translation>
    </message>
    <message>
        <source>Aircraft heading</source>
        <translation>항공기 기수 방위</translation>
    </message>
    <message>
        <source>Aircraft pitch</source>
        <translation>항공기 피치</translation>
    </message>
    <message>
        <source>Aircraft roll</source>
        <translation>항공기 롤</translation>
    </message>
    <message>
        <source>Gimbal yaw (true)</source>
        <translation>짐벌 요(진방위)</translation>
    </message>
    <message>
        <source>Gimbal pitch (true)</source>
        <translation>짐벌 피치(절대)</translation>
    </message>
    <message>
        <source>Gimbal roll (true)</source>
        <translation>짐벌 롤(절대)</translation>
    </message>
    <message>
        <source>Camera azimuth, to the aircraft</source>
        <translation>카메라 방위각(기체 기준)</translation>
    </message>
    <message>
        <source>Camera elevation, to the aircraft</source>
        <translation>카메라 고각(기체 기준)</translation>
    </message>
    <message>
        <source>Camera roll, to the aircraft</source>
        <translation>카메라 롤(기체 기준)</translation>
    </message>
    <message>
        <source>Camera bearing (true)</source>
        <translation>카메라 방위(진방위)</translation>
    </message>
    <message>
        <source>Camera depression</source>
        <translation>카메라 부각</translation>
    </message>
    <message>
        <source>Camera roll</source>
        <translation>카메라 롤</translation>
    </message>
    <message>
        <source>Horizontal field of view</source>
        <translation>수평 화각</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>초점 거리</translation>
    </message>
    <message>
        <source>Focal length on 35 mm film</source>
        <translation>35mm 환산 초점 거리</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>센서</translation>
    </message>
    <message>
        <source>Target latitude</source>
        <translation>표적 위도</translation>
    </message>
    <message>
        <source>Target longitude</source>
        <translation>표적 경도</translation>
    </message>
    <message>
        <source>Target elevation</source>
        <translation>표적 고도</translation>
    </message>
    <message>
        <source>Target bearing</source>
        <translation>표적 방위</translation>
    </message>
    <message>
        <source>Slant range</source>
        <translation>경사 거리</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>첫 값</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>해석</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>What the column &quot;%1&quot; says</source>
        <translation>열 &quot;%1&quot;의 뜻</translation>
    </message>
    <message>
        <source>The unit of the column &quot;%1&quot;</source>
        <translation>열 &quot;%1&quot;의 단위</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Whether the camera records</source>
        <translation>카메라 녹화 여부</translation>
    </message>
    <message>
        <source>Date and time (zone not known)</source>
        <translation>날짜와 시각(시간대 모름)</translation>
    </message>
</context>
<context>
    <name>sheen::Console</name>
    <message>
        <source>%1 See sheen %2 --help.</source>
        <translation>%1 sheen %2 --help를 보십시오.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs, or process fewer or smaller frames.</source>
        <translation>메모리가 부족합니다. 다른 프로그램을 닫거나 더 적거나 작은 프레임을 처리하십시오.</translation>
    </message>
    <message>
        <source>Sheen stopped: %1.</source>
        <translation>Sheen이 멈췄습니다: %1.</translation>
    </message>
</context>
<context>
    <name>sheen::Detector</name>
    <message>
        <source>The model file &quot;%1&quot; does not exist.</source>
        <translation>모델 파일 &quot;%1&quot;이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; is no file that can be read. Choose a TorchScript or ONNX file.</source>
        <translation>모델 &quot;%1&quot;은(는) 읽을 수 있는 파일이 아닙니다. TorchScript 또는 ONNX 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an archive of PyTorch, but holds no TorchScript program (a checkpoint?). Export the network with torch.jit.script or torch.jit.trace and save that.</source>
        <translation>&quot;%1&quot;은(는) PyTorch 파일이지만 TorchScript 프로그램이 없습니다(체크포인트?). torch.jit.script나 torch.jit.trace로 내보내 저장하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no TorchScript file, or it is cut short (%2). Save the network with torch.jit.save and copy the whole file; an ONNX file is called NAME.onnx.</source>
        <translation>&quot;%1&quot;은(는) TorchScript 파일이 아니거나 잘렸습니다(%2). torch.jit.save로 저장하여 파일 전체를 복사하십시오. ONNX 파일의 이름은 .onnx로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>The model card &quot;%1&quot; cannot be read: %2.</source>
        <translation>모델 카드 &quot;%1&quot;을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read: %2.</source>
        <translation>파일 &quot;%1&quot;을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has no card: neither model.json inside it nor a file &quot;%2&quot; beside it. See docs/model-card.md for how to write one.</source>
        <translation>모델 &quot;%1&quot;에 카드가 없습니다. 안에 model.json도, 옆에 &quot;%2&quot; 파일도 없습니다. 작성법은 docs/model-card.md를 보십시오.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; does not fit its card: %2. Correct the card, or choose another model.</source>
        <translation>모델 &quot;%1&quot;이(가) 카드와 맞지 않습니다: %2. 카드를 고치거나 다른 모델을 고르십시오.</translation>
    </message>
    <message>
        <source>for a picture of %1 x %2 pixels it answers with planes of %3 x %4</source>
        <translation>%1 x %2 픽셀 영상에 %3 x %4 평면으로 답합니다</translation>
    </message>
    <message>
        <source>it answers with %1 classes, but the card names class %2 (%3)</source>
        <translation>분류 %1개로 답하지만 카드에는 분류 %2(%3)이(가) 있습니다</translation>
    </message>
    <message>
        <source>it answers with %1 classes, but the card names only %2 of them</source>
        <translation>분류 %1개로 답하지만 카드에는 %2개만 있습니다</translation>
    </message>
    <message>
        <source>its answer to an empty picture holds values that are no numbers</source>
        <translation>빈 영상에 대한 답에 숫자가 아닌 값이 있습니다</translation>
    </message>
    <message>
        <source>it answers with class %1, which the card does not name</source>
        <translation>카드에 없는 분류 %1(으)로 답합니다</translation>
    </message>
    <message>
        <source>the card promises probabilities, but its values go from %1 to %2</source>
        <translation>카드는 확률이라고 하지만 값이 %1~%2입니다</translation>
    </message>
    <message>
        <source>its answer holds no tensor</source>
        <translation>답에 텐서가 없습니다</translation>
    </message>
    <message>
        <source>the card promises a map of classes (1 x height x width), but its answer has the shape %1</source>
        <translation>카드는 분류 지도(1 x 높이 x 너비)라고 하지만 답의 모양은 %1입니다</translation>
    </message>
    <message>
        <source>the card promises a plane per class (1 x classes x height x width), but its answer has the shape %1</source>
        <translation>카드는 분류별 평면(1 x 분류 x 높이 x 너비)이라고 하지만 답의 모양은 %1입니다</translation>
    </message>
    <message>
        <source>its answer is of a kind of number that Sheen does not take</source>
        <translation>답의 숫자 형식을 Sheen이 다루지 못합니다</translation>
    </message>
    <message>
        <source>the card promises %1, but it answers with whole numbers (a map of classes?)</source>
        <translation>카드는 %1(이)라고 하지만 정수로 답합니다(분류 지도?)</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; answered with another shape than before.</source>
        <translation>모델 &quot;%1&quot;이(가) 이전과 다른 모양으로 답했습니다.</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU, 스레드 %1개</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no device. Use auto, cpu, cuda or cuda:NUMBER.</source>
        <translation>&quot;%1&quot;은(는) 장치가 아닙니다. auto, cpu, cuda 또는 cuda:번호를 쓰십시오.</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; is not there: LibTorch finds no such CUDA device on this machine. Use cpu or auto.</source>
        <translation>장치 &quot;%1&quot;이(가) 없습니다. LibTorch가 이 컴퓨터에서 해당 CUDA 장치를 찾지 못했습니다. cpu나 auto를 쓰십시오.</translation>
    </message>
    <message>
        <source>The network in &quot;%1&quot; cannot be loaded by this LibTorch (%2): %3. %4</source>
        <translation>이 LibTorch(%2)로 &quot;%1&quot;의 신경망을 불러올 수 없습니다: %3. %4</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; fails on an empty picture of %2 x %3 pixels: %4. Check the card&apos;s input (channels, size, stride).</source>
        <translation>모델 &quot;%1&quot;이(가) %2 x %3 픽셀의 빈 영상에서 실패합니다: %4. 카드의 입력(채널, 크기, stride)을 확인하십시오.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; fails on a picture of %2 x %3 pixels: %4.</source>
        <translation>모델 &quot;%1&quot;이(가) %2 x %3 픽셀의 영상에서 실패합니다: %4.</translation>
    </message>
    <message>
        <source>the archive&apos;s directory is missing or broken</source>
        <translation>압축 파일의 목록이 없거나 깨졌습니다</translation>
    </message>
    <message>
        <source>the archive&apos;s directory names sizes that cannot be true</source>
        <translation>압축 파일의 목록에 있을 수 없는 크기가 적혀 있습니다</translation>
    </message>
    <message>
        <source>The model card of &quot;%1&quot; is longer than 1 MiB: it is no card.</source>
        <translation>&quot;%1&quot;의 모델 카드가 1 MiB보다 깁니다. 카드가 아닙니다.</translation>
    </message>
    <message>
        <source>it holds a tensor that is not kept as plain numbers</source>
        <translation>보통의 수로 저장되지 않은 텐서가 있습니다</translation>
    </message>
    <message>
        <source>it holds a tensor that is larger than the whole file</source>
        <translation>파일 전체보다 큰 텐서가 있습니다</translation>
    </message>
    <message>
        <source>it holds a tensor that claims more numbers than the file has</source>
        <translation>파일에 있는 것보다 많은 수를 주장하는 텐서가 있습니다</translation>
    </message>
    <message>
        <source>it has no forward method</source>
        <translation>forward 메서드가 없습니다</translation>
    </message>
    <message>
        <source>The model file &quot;%1&quot; is longer than 4 GiB: Sheen loads no such network.</source>
        <translation>모델 파일 &quot;%1&quot;이(가) 4GiB보다 깁니다. Sheen은 이런 신경망을 불러오지 않습니다.</translation>
    </message>
    <message>
        <source>The model file &quot;%1&quot; has changed since it was accepted, so it was not loaded. Choose it again, and use it only if you trust whoever changed it.</source>
        <translation>모델 파일 &quot;%1&quot;이(가) 신뢰한 뒤에 바뀌어 불러오지 않았습니다. 다시 고르되, 바꾼 사람을 신뢰할 때만 쓰십시오.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; was tried on an empty picture and had no answer after %2 seconds, so it is not used. Choose another model.</source>
        <translation>모델 &quot;%1&quot;을(를) 빈 사진으로 시험했으나 %2초가 지나도 답이 없어 사용하지 않습니다. 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; was tried in a process of its own and crashed it, so it is not used: the file is damaged, or somebody has tampered with it. Get it again from where it came.</source>
        <translation>모델 &quot;%1&quot;을(를) 별도의 프로세스에서 시험했더니 그 프로세스가 비정상 종료되어 사용하지 않습니다. 파일이 손상되었거나 누군가 손댄 것입니다. 원본을 다시 받으십시오.</translation>
    </message>
    <message>
        <source>it answers with one channel, which tells two classes (0 and 1) apart, but the last class that the card names is %1</source>
        <translation>두 클래스(0과 1)를 구별하는 채널 하나로 답하지만, 카드에 적힌 마지막 클래스는 %1입니다</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; answered with class %2, which its card does not name.</source>
        <translation>모델 &quot;%1&quot;이(가) 카드에 없는 클래스 %2로 답했습니다.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; answered with values that are no numbers.</source>
        <translation>모델 &quot;%1&quot;이(가) 숫자가 아닌 값으로 답했습니다.</translation>
    </message>
    <message>
        <source>the graphics card&apos;s memory is too small</source>
        <translation>그래픽 카드의 메모리가 부족함</translation>
    </message>
    <message>
        <source>CPU, %1 threads (%2)</source>
        <translation>CPU, 스레드 %1개 (%2)</translation>
    </message>
    <message>
        <source>the model fails on the graphics card: %1</source>
        <translation>모델이 그래픽 카드에서 실패함: %1</translation>
    </message>
    <message>
        <source>Loading the model was cancelled.</source>
        <translation>모델 불러오기를 취소했습니다.</translation>
    </message>
    <message>
        <source>Export the network again with PyTorch %1, or as ONNX: packaging/export does both.</source>
        <translation>PyTorch %1(으)로, 또는 ONNX로 신경망을 다시 내보내십시오. packaging/export는 둘 다 할 수 있습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was written by a PyTorch that is newer than this LibTorch (%2): %3. %4</source>
        <translation>&quot;%1&quot;은(는) 이 LibTorch(%2)보다 새로운 PyTorch로 저장되었습니다: %3. %4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no ONNX file that can be used: %2. Export the network again, and copy the whole file.</source>
        <translation>&quot;%1&quot;은(는) 쓸 수 있는 ONNX 파일이 아닙니다: %2. 신경망을 다시 내보내고 파일 전체를 복사하십시오.</translation>
    </message>
    <message>
        <source>it is cut short, or no ONNX at all</source>
        <translation>잘렸거나 ONNX가 아닙니다</translation>
    </message>
    <message>
        <source>it keeps numbers of its network in another file</source>
        <translation>신경망의 수치가 다른 파일에 들어 있습니다</translation>
    </message>
    <message>
        <source>it holds no network that has an output</source>
        <translation>출력이 있는 신경망이 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>Export the network again as TorchScript, or for another ONNX opset: packaging/export does both.</source>
        <translation>TorchScript로, 또는 다른 ONNX opset으로 신경망을 다시 내보내십시오. packaging/export는 둘 다 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The network in &quot;%1&quot; cannot be loaded by OpenCV %2, which runs ONNX files: %3. %4</source>
        <translation>ONNX 파일을 실행하는 OpenCV %2(으)로 &quot;%1&quot;의 신경망을 불러올 수 없습니다: %3. %4</translation>
    </message>
    <message>
        <source>The network in &quot;%1&quot; cannot be loaded by OpenCV %2, which runs ONNX files: it does not know the operator %3 as it is used there. %4</source>
        <translation>ONNX 파일을 실행하는 OpenCV %2(으)로 &quot;%1&quot;의 신경망을 불러올 수 없습니다: 거기에 쓰인 연산자 %3을(를) 알지 못합니다. %4</translation>
    </message>
    <message>
        <source>The device &quot;%1&quot; does not run the model &quot;%2&quot;: ONNX files run on the CPU alone. Use cpu or auto.</source>
        <translation>장치 &quot;%1&quot;에서는 모델 &quot;%2&quot;을(를) 실행할 수 없습니다. ONNX 파일은 CPU에서만 실행됩니다. cpu나 auto를 쓰십시오.</translation>
    </message>
    <message>
        <source>a part of its network takes &quot;%1&quot;, which nothing gives</source>
        <translation>네트워크의 한 부분이 &quot;%1&quot;을(를) 받지만 그것을 내놓는 부분이 없습니다</translation>
    </message>
</context>
<context>
    <name>sheen::DrawTool</name>
    <message>
        <source>Draw slick</source>
        <translation>유막 그리기</translation>
    </message>
    <message>
        <source>Click the corners of a new slick; it takes from what lies below, with Ctrl it gives way (K turns that round).</source>
        <translation>새 유막의 꼭짓점을 클릭하십시오. 아래에 있는 것을 덮어쓰며, Ctrl을 누르면 비켜 갑니다(K로 반대로 바꿉니다).</translation>
    </message>
</context>
<context>
    <name>sheen::ElevationModel</name>
    <message>
        <source>The elevation model &quot;%1&quot; cannot be used: %2. Give a raster of heights that GDAL reads, with its coordinate system.</source>
        <translation>표고 모델 &quot;%1&quot;을(를) 쓸 수 없습니다: %2. GDAL이 읽을 수 있고 좌표계가 있는 높이 래스터를 지정하십시오.</translation>
    </message>
    <message>
        <source>it is no raster</source>
        <translation>래스터가 아닙니다</translation>
    </message>
    <message>
        <source>it has no coordinate system</source>
        <translation>좌표계가 없습니다</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;. Check the path of the elevation model, or go on without one: then all is placed at sea level.</source>
        <translation>파일 &quot;%1&quot;이(가) 없습니다. 표고 모델의 경로를 확인하거나 표고 모델 없이 계속하십시오. 그러면 모두 해수면에 배치합니다.</translation>
    </message>
</context>
<context>
    <name>sheen::EnteredFacts</name>
    <message>
        <source>Organisation</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>관측자</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>사건 번호</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Aircraft</source>
        <translation>항공기</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>등록 기호</translation>
    </message>
    <message>
        <source>Zone of local time</source>
        <translation>현지 시각대</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>바람</translation>
    </message>
    <message>
        <source>Sea state</source>
        <translation>해상 상태</translation>
    </message>
    <message>
        <source>Weather and cloud</source>
        <translation>날씨와 구름</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>시정</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>빛</translation>
    </message>
    <message>
        <source>Tide or current</source>
        <translation>조석 또는 해류</translation>
    </message>
    <message>
        <source>Air temperature</source>
        <translation>기온</translation>
    </message>
    <message>
        <source>Sea temperature</source>
        <translation>수온</translation>
    </message>
    <message>
        <source>Suspected source</source>
        <translation>혐의 오염원</translation>
    </message>
    <message>
        <source>IMO number</source>
        <translation>IMO 번호</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>선적국</translation>
    </message>
    <message>
        <source>Type of ship</source>
        <translation>선종</translation>
    </message>
    <message>
        <source>Position of the source</source>
        <translation>오염원 위치</translation>
    </message>
    <message>
        <source>Course of the source</source>
        <translation>오염원 침로</translation>
    </message>
    <message>
        <source>Speed of the source</source>
        <translation>오염원 속력</translation>
    </message>
    <message>
        <source>Part of the ship</source>
        <translation>선박의 배출 부위</translation>
    </message>
    <message>
        <source>Discharge when contacted</source>
        <translation>교신 시 배출 여부</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Kind of oil</source>
        <translation>유종</translation>
    </message>
    <message>
        <source>Action taken</source>
        <translation>조치 사항</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>시료</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Who was informed</source>
        <translation>통보한 곳</translation>
    </message>
    <message>
        <source>Look-alikes considered</source>
        <translation>검토한 유사 현상</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>관측하지 못한 것</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Message from</source>
        <translation>발신</translation>
    </message>
    <message>
        <source>Message to</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Identification</source>
        <translation>식별 부호</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>일련 번호</translation>
    </message>
    <message>
        <source>Who, from what</source>
        <translation>누가, 무엇에서</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>기상과 해상</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>오염원</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>조치</translation>
    </message>
    <message>
        <source>Head of the message</source>
        <translation>통보문 머리</translation>
    </message>
    <message>
        <source>The file of facts &quot;%1&quot; cannot be read: %2.</source>
        <translation>사실 파일 &quot;%1&quot;을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The file of facts &quot;%1&quot; is no JSON object (%2). Write names and texts, like {&quot;organisation&quot;: &quot;…&quot;, &quot;wind&quot;: &quot;…&quot;}.</source>
        <translation>사실 파일 &quot;%1&quot;은(는) JSON 객체가 아닙니다(%2). {&quot;organisation&quot;: &quot;…&quot;, &quot;wind&quot;: &quot;…&quot;}처럼 이름과 글을 쓰십시오.</translation>
    </message>
    <message>
        <source>The file of facts &quot;%1&quot; names &quot;%2&quot;, which is no fact. Known facts: %3.</source>
        <translation>사실 파일 &quot;%1&quot;에 있는 &quot;%2&quot;은(는) 알려진 사실이 아닙니다. 알려진 사실: %3.</translation>
    </message>
    <message>
        <source>In the file of facts &quot;%1&quot; the fact &quot;%2&quot; is neither text nor number.</source>
        <translation>사실 파일 &quot;%1&quot;에서 사실 &quot;%2&quot;은(는) 글도 수도 아닙니다.</translation>
    </message>
    <message>
        <source>In the file of facts &quot;%1&quot; the time zone &quot;%2&quot; is not understood. Write it like UTC+9 or -03:30.</source>
        <translation>사실 파일 &quot;%1&quot;의 시각대 &quot;%2&quot;을(를) 알 수 없습니다. UTC+9 또는 -03:30처럼 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::Evidence</name>
    <message>
        <source>&quot;%1&quot; is no evidence package: it has no manifest with SHA-256.</source>
        <translation>&quot;%1&quot;은(는) 증거 꾸러미가 아닙니다: SHA-256 목록이 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a folder nor a ZIP file that can be read. Name an evidence package.</source>
        <translation>&quot;%1&quot;은(는) 폴더도, 읽을 수 있는 ZIP 파일도 아닙니다. 증거 꾸러미를 지정하십시오.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made.</source>
        <translation>폴더 &quot;%1&quot;을(를) 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read: %2.</source>
        <translation>파일 &quot;%1&quot;을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The recording &quot;%1&quot; is not there any more.</source>
        <translation>녹화 &quot;%1&quot;이(가) 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written: %2. Make room on the disk or choose another folder.</source>
        <translation>&quot;%1&quot;을(를) 쓸 수 없었습니다: %2. 디스크에 자리를 마련하거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The recording is not at hand: the evidence package has neither frames nor its SHA-256.</source>
        <translation>녹화가 없습니다: 증거 꾸러미에 프레임도 녹화의 SHA-256도 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) could not be read again and are not in the evidence package.</source>
        <translation>
            <numerusform>프레임 %n개를 다시 읽을 수 없어 증거 꾸러미에 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The taught model &quot;%1&quot; is not there as it was: it is not in the evidence package.</source>
        <translation>가르친 모델 &quot;%1&quot;이(가) 그때 그대로 있지 않아 증거 꾸러미에 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>The evidence package is not signed: GnuPG has no key of yours. Whoever can write it can change files and manifests alike.</source>
        <translation>증거 꾸러미에 서명이 없습니다: GnuPG에 개인 키가 없습니다. 쓸 수 있는 사람은 파일과 목록을 함께 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>The evidence package is not signed: GnuPG did not sign it (%1).</source>
        <translation>증거 꾸러미에 서명이 없습니다: GnuPG가 서명하지 않았습니다(%1).</translation>
    </message>
    <message>
        <source>The evidence package is too large for a ZIP file, and the folder &quot;%1&quot; is there already. Move it away and export again.</source>
        <translation>증거 꾸러미가 ZIP 파일로는 너무 크고, 폴더 &quot;%1&quot;이(가) 이미 있습니다. 옮긴 뒤 다시 내보내십시오.</translation>
    </message>
    <message>
        <source>The evidence package is too large for a ZIP file: it is the folder &quot;%1&quot;.</source>
        <translation>증거 꾸러미가 ZIP 파일로는 너무 큽니다: 폴더 &quot;%1&quot;입니다.</translation>
    </message>
</context>
<context>
    <name>sheen::ExportCommand</name>
    <message>
        <source>sheen export needs one workspace (a sheen.gpkg).</source>
        <translation>sheen export에는 작업 파일(sheen.gpkg) 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>sheen export needs --out with the folder to write to.</source>
        <translation>sheen export에는 저장할 폴더를 --out으로 지정해야 합니다.</translation>
    </message>
    <message>
        <source>Writes the outputs of a workspace again, after review.</source>
        <translation>검토 뒤에 작업 파일의 산출물을 다시 기록합니다.</translation>
    </message>
    <message>
        <source>The sheen.gpkg of a run.</source>
        <translation>실행 결과인 sheen.gpkg.</translation>
    </message>
    <message>
        <source>Folder that everything is written to.</source>
        <translation>모든 것을 기록할 폴더.</translation>
    </message>
    <message>
        <source>The recording, where it lies elsewhere than at the time of the run.</source>
        <translation>실행 때와 다른 곳에 있는 녹화 원본.</translation>
    </message>
    <message>
        <source>Progress as one JSON object a line on stdout.</source>
        <translation>진행 상황을 표준 출력에 한 줄당 JSON 객체 하나로.</translation>
    </message>
    <message>
        <source>Nothing on stderr but errors.</source>
        <translation>표준 오류에는 오류만.</translation>
    </message>
    <message>
        <source>Name the recording with --flight to get its pictures too.</source>
        <translation>영상도 얻으려면 --flight로 녹화 원본을 지정하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no workspace of Sheen. Name the sheen.gpkg that a run wrote.</source>
        <translation>&quot;%1&quot;은(는) Sheen의 작업 파일이 아닙니다. 실행이 기록한 sheen.gpkg를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 slicks written to &quot;%2&quot;.</source>
        <translation>유막 %1개를 &quot;%2&quot;에 기록했습니다.</translation>
    </message>
    <message>
        <source>Which frame shows a place that several saw: sharpest or newest.</source>
        <translation>여러 프레임이 본 곳을 어느 프레임으로 보일지: sharpest 또는 newest.</translation>
    </message>
    <message>
        <source>The workspace that lay there was kept as &quot;%1&quot;.</source>
        <translation>그곳에 있던 작업 파일은 &quot;%1&quot;(으)로 보관했습니다.</translation>
    </message>
    <message>
        <source>Cancelled; the files that were whole by then lie in &quot;%1&quot;.</source>
        <translation>취소했습니다. 그때까지 완성된 파일은 &quot;%1&quot;에 있습니다.</translation>
    </message>
    <message>
        <source>The workspace was brought to the format of this version; as it was it was kept as &quot;%1&quot;.</source>
        <translation>작업 파일을 이 버전의 형식으로 바꾸었습니다. 원래 파일은 &quot;%1&quot;(으)로 보관했습니다.</translation>
    </message>
    <message>
        <source>The run was broken off after %1 frames: they lie where they were thought to be then, and there are no slicks. Finish it with sheen resume.</source>
        <translation>실행이 프레임 %1개 뒤에 중단되었습니다. 프레임은 그때 추정한 자리에 있고 유막은 없습니다. sheen resume로 마치십시오.</translation>
    </message>
    <message>
        <source>What a person knows of the flight (organisation, wind, source, ...) as JSON; kept in the workspace.</source>
        <translation>사람이 비행에 대해 아는 것(기관, 바람, 오염원 등)을 JSON으로; 작업 파일에 남습니다.</translation>
    </message>
    <message>
        <source>Whose pictures they are, for training tiles; &quot;not stated&quot; unless given.</source>
        <translation>학습용 조각에 적을 영상의 소유자. 주지 않으면 &quot;not stated&quot;.</translation>
    </message>
    <message>
        <source>Under which licence others may use training tiles; &quot;not stated&quot; unless given.</source>
        <translation>다른 사람이 학습용 조각을 쓸 수 있는 라이선스. 주지 않으면 &quot;not stated&quot;.</translation>
    </message>
    <message>
        <source>The recording is not at hand: no training tiles were written.</source>
        <translation>녹화가 없어 학습용 조각을 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing was marked or decided: no training tiles were written.</source>
        <translation>표시하거나 판정한 것이 없어 학습용 조각을 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Frame %1 cannot be decoded again: what was said of it is missing.</source>
        <translation>프레임 %1을(를) 다시 디코딩할 수 없어 거기에 표시한 것이 빠졌습니다.</translation>
    </message>
    <message>
        <source>AIS of the ships around, as a table or !AIVDM sentences; may be given several times, kept in the workspace.</source>
        <translation>주변 선박의 AIS. 표 또는 !AIVDM 문장 파일이며, 여러 번 지정할 수 있고 작업 파일에 보관됩니다.</translation>
    </message>
    <message>
        <source>From masks,frames,mosaic,shapefile,gpkg,geojson,kml,report,csv,messages,gpx,ships,project,evidence,klv,training,report-pages,report-template; all but frames, evidence, klv and the last three unless given.</source>
        <translation>masks,frames,mosaic,shapefile,gpkg,geojson,kml,report,csv,messages,gpx,ships,project,evidence,klv,training,report-pages,report-template 가운데. 지정하지 않으면 frames, evidence, klv와 마지막 세 가지를 뺀 전부.</translation>
    </message>
    <message>
        <source>Pages of the report as you laid them out in QGIS (*.qpt), in place of Sheen&apos;s.</source>
        <translation>Sheen의 쪽 대신, QGIS에서 직접 꾸민 보고서 쪽(*.qpt).</translation>
    </message>
</context>
<context>
    <name>sheen::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Every slick is written with its decision; rejected ones are in no sum.</source>
        <translation>모든 유막은 판정과 함께 기록되며, 기각된 유막은 합계에 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>Writes the chosen products into the folder</source>
        <translation>선택한 산출물을 폴더에 기록합니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Shapefile: the slicks for any GIS</source>
        <translation>셰이프파일: 모든 GIS용 유막</translation>
    </message>
    <message>
        <source>GeoJSON: the slicks for web maps</source>
        <translation>GeoJSON: 웹 지도용 유막</translation>
    </message>
    <message>
        <source>KML: the slicks for Google Earth</source>
        <translation>KML: 구글 어스용 유막</translation>
    </message>
    <message>
        <source>GeoPackage: slicks, detections, footprints and track in one file</source>
        <translation>GeoPackage: 유막, 탐지, 촬영 범위, 항적을 한 파일에</translation>
    </message>
    <message>
        <source>Mosaic: all frames, and all masks, as one GeoTIFF each</source>
        <translation>모자이크: 전체 프레임과 전체 마스크를 각각 하나의 GeoTIFF로</translation>
    </message>
    <message>
        <source>Masks: the classes of each frame as GeoTIFF</source>
        <translation>마스크: 프레임별 분류를 GeoTIFF로</translation>
    </message>
    <message>
        <source>Frames: the picture of each frame as GeoTIFF (large)</source>
        <translation>프레임: 프레임별 영상을 GeoTIFF로(용량 큼)</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>내보낼 항목</translation>
    </message>
    <message>
        <source>--products %1</source>
        <translation>--products %1</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>저장 위치</translation>
    </message>
    <message>
        <source>The folder that gets the files; it is made where it does not exist</source>
        <translation>파일을 저장할 폴더입니다. 없으면 새로 만듭니다</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>찾아보기(&amp;B)…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>폴더를 선택합니다</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>파일을 저장할 폴더</translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>파일을 바꾸시겠습니까?</translation>
    </message>
    <message>
        <source>In %1 these will be replaced: %2.</source>
        <translation>%1에서 다음 파일이 바뀝니다: %2.</translation>
    </message>
    <message>
        <source>The export could not be started: %1.</source>
        <translation>내보내기를 시작하지 못했습니다: %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>Writing: %1</source>
        <translation>기록 중: %1</translation>
    </message>
    <message>
        <source>Cancelled. Files that were whole by then are in the folder; what was there before and was not replaced is untouched.</source>
        <translation>취소했습니다. 그때까지 완성된 파일은 폴더에 있으며, 바뀌지 않은 기존 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>The export ended unexpectedly. Your review is safe; try again with fewer products.</source>
        <translation>내보내기가 예기치 않게 끝났습니다. 검토 내용은 안전합니다. 항목을 줄여 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>No frame could be placed on the map.</source>
        <translation>지도에 배치할 수 있는 프레임이 없습니다.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
    <message>
        <source>The export stopped (exit status %1).</source>
        <translation>내보내기가 중단되었습니다(종료 코드 %1).</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>완료했습니다.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>보고서 열기</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>Which frame the mosaic shows where several saw the same place</source>
        <translation>여러 프레임이 같은 곳을 본 경우 모자이크에 보일 프레임</translation>
    </message>
    <message>
        <source>the sharpest view</source>
        <translation>가장 선명한 모습</translation>
    </message>
    <message>
        <source>the newest view</source>
        <translation>가장 최근 모습</translation>
    </message>
    <message>
        <source>Where frames overlap:</source>
        <translation>프레임이 겹치는 곳:</translation>
    </message>
    <message>
        <source>Report: PDF with findings, a page for each, map, method, edits and evidence</source>
        <translation>보고서: 확인된 유막마다 한 쪽, 지도, 방법, 편집 기록, 증거를 담은 PDF</translation>
    </message>
    <message>
        <source>Messages: POLREP in English and Korean, Bonn observation log</source>
        <translation>통보문: 영어와 한국어 POLREP, 본 협정 관측 일지</translation>
    </message>
    <message>
        <source>Evidence package: report, data and frames with the SHA-256 of each</source>
        <translation>증거 꾸러미: 보고서, 자료, 프레임과 각각의 SHA-256</translation>
    </message>
    <message>
        <source>QGIS project: what is written here, in Sheen&apos;s styles</source>
        <translation>QGIS 프로젝트: 여기에 쓴 것을 Sheen의 모양으로</translation>
    </message>
    <message>
        <source>GPX: the track of the aircraft</source>
        <translation>GPX: 항공기의 항적</translation>
    </message>
    <message>
        <source>Ships</source>
        <translation>선박</translation>
    </message>
    <message>
        <source>files as they were given before, or none</source>
        <translation>이전에 지정한 파일, 또는 없음</translation>
    </message>
    <message>
        <source>AIS of the ships around: tables of the Danish Maritime Authority or of MarineCadastre, or files of !AIVDM sentences; the results keep their names</source>
        <translation>주변 선박의 AIS: 덴마크 해사청이나 MarineCadastre의 표, 또는 !AIVDM 문장 파일. 결과에 파일 이름이 보관됩니다</translation>
    </message>
    <message>
        <source>&amp;AIS files…</source>
        <translation>&amp;AIS 파일…</translation>
    </message>
    <message>
        <source>Choose files of AIS: report and table name the ships that were near the slicks</source>
        <translation>AIS 파일 고르기: 보고서와 표에 유막 근처의 선박이 나옵니다</translation>
    </message>
    <message>
        <source>Files of AIS</source>
        <translation>AIS 파일</translation>
    </message>
    <message>
        <source>AIS (*.csv *.txt *.nmea *.log);;All files (*)</source>
        <translation>AIS (*.csv *.txt *.nmea *.log);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Ships near the slicks, where AIS was given: a table and a layer</source>
        <translation>AIS가 주어졌을 때 유막 근처의 선박: 표와 레이어</translation>
    </message>
    <message>
        <source>Video with KLV: the recording with its telemetry as MISB ST 0601 (large)</source>
        <translation>KLV가 든 영상: 녹화에 텔레메트리를 MISB ST 0601로 더한 것 (큼)</translation>
    </message>
    <message>
        <source>Pages of the report as pictures</source>
        <translation>보고서의 쪽을 그림으로</translation>
    </message>
    <message>
        <source>Report template: Sheen&apos;s pages, to be changed in QGIS</source>
        <translation>보고서 서식: QGIS에서 고쳐 쓸 수 있는 Sheen의 쪽</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>보고서의 쪽</translation>
    </message>
    <message>
        <source>Sheen&apos;s own</source>
        <translation>Sheen의 것</translation>
    </message>
    <message>
        <source>&amp;Template…</source>
        <translation>서식(&amp;T)…</translation>
    </message>
    <message>
        <source>Choose pages that you laid out in QGIS (*.qpt); &quot;Report template&quot; above writes Sheen&apos;s to begin with</source>
        <translation>QGIS에서 꾸민 쪽(*.qpt)을 고릅니다. 위의 &quot;보고서 서식&quot;을 선택하면 시작할 수 있도록 Sheen의 쪽을 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Sheen&apos;s Own</source>
        <translation>Sheen의 것(&amp;S)</translation>
    </message>
    <message>
        <source>Make the report with Sheen&apos;s pages again</source>
        <translation>다시 Sheen의 쪽으로 보고서를 만듭니다</translation>
    </message>
    <message>
        <source>Template of the Report</source>
        <translation>보고서 서식</translation>
    </message>
    <message>
        <source>Layout templates of QGIS (*.qpt);;All files (*)</source>
        <translation>QGIS 조판 서식 (*.qpt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>The pages that Sheen lays out</source>
        <translation>Sheen이 꾸미는 쪽</translation>
    </message>
    <message>
        <source>Telemetry: a table with a row for each frame; bookmarks in another</source>
        <translation>텔레메트리: 프레임마다 한 행인 표, 책갈피는 별도의 표</translation>
    </message>
</context>
<context>
    <name>sheen::FactsDialog</name>
    <message>
        <source>Facts of the Flight</source>
        <translation>비행의 사실</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>기록 없음</translation>
    </message>
    <message>
        <source>What is left blank is &quot;not recorded&quot; in report and messages.</source>
        <translation>비워 둔 것은 보고서와 통보문에 &quot;기록 없음&quot;으로 나옵니다.</translation>
    </message>
    <message>
        <source>The zone of local time is not understood. Write it like UTC+9 or -03:30.</source>
        <translation>현지 시각대를 알 수 없습니다. UTC+9 또는 -03:30처럼 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::FieldList</name>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>읽은 값</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>확신</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>How sure the reading is, of this frame</source>
        <translation>이 프레임에서 읽은 값의 확신도</translation>
    </message>
    <message>
        <source>In how many of the frames that were tried it could be read</source>
        <translation>시험한 프레임 가운데 읽을 수 있었던 수</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Other mark %1</source>
        <translation>기타 표시 %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>읽지 않음</translation>
    </message>
</context>
<context>
    <name>sheen::FieldTable</name>
    <message>
        <source>&amp;Edit Value</source>
        <translation>값 편집(&amp;E)</translation>
    </message>
    <message>
        <source>Type the right value for this frame</source>
        <translation>이 프레임의 올바른 값을 입력합니다</translation>
    </message>
    <message>
        <source>&amp;Strike Out</source>
        <translation>제외(&amp;S)</translation>
    </message>
    <message>
        <source>This reading is wrong: fill the value in from other frames</source>
        <translation>읽은 값이 틀렸습니다: 다른 프레임의 값으로 채웁니다</translation>
    </message>
    <message>
        <source>&amp;Take Back</source>
        <translation>되돌리기(&amp;T)</translation>
    </message>
    <message>
        <source>Remove the correction of this value</source>
        <translation>이 값의 수정을 없앱니다</translation>
    </message>
</context>
<context>
    <name>sheen::FieldTableModel</name>
    <message>
        <source>set for the whole flight</source>
        <translation>비행 전체에 지정됨</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>읽은 대로</translation>
    </message>
    <message>
        <source>in UTC</source>
        <translation>UTC 기준</translation>
    </message>
    <message>
        <source>in UTC, shifted by %1 s</source>
        <translation>UTC 기준, %1초 옮김</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽은 글자</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
</context>
<context>
    <name>sheen::FieldText</name>
    <message>
        <source>Type it as the overlay shows it, like 07JUN2026.</source>
        <translation>오버레이에 표시되는 대로 07JUN2026처럼 입력하십시오.</translation>
    </message>
    <message>
        <source>Type it as the overlay shows it, like 01:30:20.</source>
        <translation>오버레이에 표시되는 대로 01:30:20처럼 입력하십시오.</translation>
    </message>
    <message>
        <source>Type it as the overlay shows it, like UTC+9.0.</source>
        <translation>오버레이에 표시되는 대로 UTC+9.0처럼 입력하십시오.</translation>
    </message>
    <message>
        <source>Sensors are EOW, EON, EO, IR, TV, SWIR, MWIR, LLTV and LLLTV.</source>
        <translation>센서는 EOW, EON, EO, IR, TV, SWIR, MWIR, LLTV, LLLTV입니다.</translation>
    </message>
    <message>
        <source>Type it like 34.67523, 34.67523N or 34:40:31N.</source>
        <translation>34.67523, 34.67523N 또는 34:40:31N처럼 입력하십시오.</translation>
    </message>
    <message>
        <source>Type it like 128.29786, 128.29786E or 128:17:52E.</source>
        <translation>128.29786, 128.29786E 또는 128:17:52E처럼 입력하십시오.</translation>
    </message>
    <message>
        <source>Type degrees from 0 to 360.</source>
        <translation>0에서 360까지의 도를 입력하십시오.</translation>
    </message>
    <message>
        <source>Type metres, or a number with FT, M, KM, NM or SM.</source>
        <translation>미터 값이나 FT, M, KM, NM, SM을 붙인 숫자를 입력하십시오.</translation>
    </message>
    <message>
        <source>Type millimetres.</source>
        <translation>밀리미터 값을 입력하십시오.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>센서</translation>
    </message>
    <message>
        <source>Focal length</source>
        <translation>초점 거리</translation>
    </message>
    <message>
        <source>Aircraft latitude</source>
        <translation>항공기 위도</translation>
    </message>
    <message>
        <source>Aircraft longitude</source>
        <translation>항공기 경도</translation>
    </message>
    <message>
        <source>Aircraft altitude</source>
        <translation>항공기 고도</translation>
    </message>
    <message>
        <source>Aircraft heading</source>
        <translation>항공기 기수 방위</translation>
    </message>
    <message>
        <source>Target latitude</source>
        <translation>표적 위도</translation>
    </message>
    <message>
        <source>Target longitude</source>
        <translation>표적 경도</translation>
    </message>
    <message>
        <source>Target elevation</source>
        <translation>표적 고도</translation>
    </message>
    <message>
        <source>Target bearing</source>
        <translation>표적 방위</translation>
    </message>
    <message>
        <source>Slant range</source>
        <translation>경사 거리</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>직접 지정함</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>읽은 대로</translation>
    </message>
    <message>
        <source>from KLV or a table</source>
        <translation>KLV 또는 표의 값</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>불가능한 값</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>보이지 않음</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>no turret shows such a value</source>
        <translation>터릿이 표시할 수 없는 값</translation>
    </message>
    <message>
        <source>cannot move so fast</source>
        <translation>그렇게 빨리 움직일 수 없음</translation>
    </message>
    <message>
        <source>differs for a moment from its neighbours</source>
        <translation>앞뒤 값과 잠깐만 다름</translation>
    </message>
    <message>
        <source>does not fit the other values</source>
        <translation>다른 값들과 맞지 않음</translation>
    </message>
    <message>
        <source>does not count with the recording</source>
        <translation>녹화 시간과 맞지 않음</translation>
    </message>
    <message>
        <source>struck out by hand</source>
        <translation>직접 제외함</translation>
    </message>
    <message>
        <source>%1; filled in from other frames</source>
        <translation>%1; 다른 프레임의 값으로 채움</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read. %2</source>
        <translation>&quot;%1&quot;을(를) 읽을 수 없습니다. %2</translation>
    </message>
    <message>
        <source>%1 of %2 cannot be: it lies between %3 and %4.</source>
        <translation>%1 값 %2은(는) 있을 수 없습니다: %3에서 %4 사이여야 합니다.</translation>
    </message>
</context>
<context>
    <name>sheen::FindRecording</name>
    <message>
        <source>The recording &quot;%1&quot; is another one than that of the workspace &quot;%2&quot; now. Name the one that was run.</source>
        <translation>&quot;%1&quot;은(는) 이제 작업 파일 &quot;%2&quot;의 녹화가 아닌 다른 녹화입니다. 실행했던 녹화를 지정하십시오.</translation>
    </message>
    <message>
        <source>The recording &quot;%1&quot; of the workspace &quot;%2&quot; is not there any more. Name the recording itself.</source>
        <translation>작업 파일 &quot;%2&quot;의 녹화 &quot;%1&quot;이(가) 더 이상 없습니다. 녹화 원본을 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::Flight</name>
    <message>
        <source>There is no flight at &quot;%1&quot;. Check the path, or choose a video file or a folder of frames.</source>
        <translation>&quot;%1&quot;에 비행이 없습니다. 경로를 확인하거나 영상 파일이나 프레임 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Opening &quot;%1&quot; was cancelled.</source>
        <translation>&quot;%1&quot; 열기가 취소되었습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::FlightMarks</name>
    <message>
        <source>These results are open in another window: marks can be made there, not here. Nothing was changed.</source>
        <translation>이 결과는 다른 창에 열려 있습니다. 표시는 여기가 아니라 그쪽에서 할 수 있습니다. 바뀐 것은 없습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::FlightOpener</name>
    <message>
        <source>&quot;%1&quot; could not be opened: %2</source>
        <translation>&quot;%1&quot;을(를) 열지 못했습니다: %2</translation>
    </message>
</context>
<context>
    <name>sheen::FlightOverlay</name>
    <message>
        <source>Proposed from the pictures of %1</source>
        <translation>%1의 영상에서 제안함</translation>
    </message>
</context>
<context>
    <name>sheen::FlightPanel</name>
    <message>
        <source>Opening %1…</source>
        <translation>%1 여는 중…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>텔레메트리</translation>
    </message>
    <message>
        <source>No flight is open.

Open a video or a folder of frames with File &gt; Open, or drop it on the window.</source>
        <translation>열린 비행이 없습니다.

파일 메뉴에서 영상이나 프레임 폴더를 열거나, 창에 끌어다 놓으십시오.</translation>
    </message>
    <message>
        <source>The recording is not at hand; its results are shown.</source>
        <translation>녹화 원본이 없어 결과만 표시합니다.</translation>
    </message>
    <message>
        <source>%1 of %2 frames have a place on the map.</source>
        <translation>프레임 %2개 중 %1개가 지도에 배치되었습니다.</translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation>모델을 불러오는 중…</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>불러온 모델이 없습니다.</translation>
    </message>
    <message>
        <source>made for %1</source>
        <translation>%1용</translation>
    </message>
    <message>
        <source>The flight was recorded with %1; this model is not made for it, so expect it to be wrong more often.</source>
        <translation>이 비행은 %1(으)로 촬영되었습니다. 이 모델은 해당 센서용이 아니므로 오류가 더 많을 수 있습니다.</translation>
    </message>
    <message>
        <source>Run Again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Results are kept in %1</source>
        <translation>결과 저장 위치: %1</translation>
    </message>
    <message>
        <source>classes mapped for this flight</source>
        <translation>이 비행에 맞춘 분류</translation>
    </message>
</context>
<context>
    <name>sheen::FlightSettingsPage</name>
    <message>
        <source>Values of single frames that were corrected; a click shows the frame</source>
        <translation>수정한 프레임 값들; 클릭하면 그 프레임을 보여 줍니다</translation>
    </message>
    <message>
        <source>Take All Back</source>
        <translation>모두 되돌리기</translation>
    </message>
    <message>
        <source>Remove every correction of single frames</source>
        <translation>프레임별 수정을 모두 없앱니다</translation>
    </message>
    <message>
        <source>Corrected values</source>
        <translation>수정한 값</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>제외함</translation>
    </message>
    <message>
        <source>Frame %1: %2: %3</source>
        <translation>프레임 %1: %2: %3</translation>
    </message>
</context>
<context>
    <name>sheen::FolderFlight</name>
    <message>
        <source>Open the video &quot;%1&quot; in it instead.</source>
        <translation>대신 그 안의 영상 &quot;%1&quot;을(를) 여십시오.</translation>
    </message>
    <message>
        <source>Open its folder &quot;%1&quot; instead.</source>
        <translation>대신 그 안의 폴더 &quot;%1&quot;을(를) 여십시오.</translation>
    </message>
    <message>
        <source>Choose a folder with the flight&apos;s frames, or a video file.</source>
        <translation>비행의 프레임이 있는 폴더나 영상 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be read. Check that you may open it.</source>
        <translation>폴더 &quot;%1&quot;을(를) 읽을 수 없습니다. 열 권한이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds no JPEG, PNG or TIFF pictures. %2</source>
        <translation>폴더 &quot;%1&quot;에 JPEG, PNG, TIFF 그림이 없습니다. %2</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n video(s): &quot;%1&quot;. Open them one after another. Parts of one recording, named alike but for a number of three digits or more, are one flight in a folder of their own.</source>
        <translation>
            <numerusform>동영상 %n개가 있습니다: &quot;%1&quot;. 하나씩 차례로 여십시오. 세 자리 이상의 번호만 다른 이름을 가진 한 녹화의 부분들은 따로 한 폴더에 두면 한 비행으로 열립니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the first %n picture(s) of the folder &quot;%1&quot; can be decoded: they are damaged, or of a kind that is not read (JPEG, PNG and TIFF with 8 or 16 bits or floating point are). Convert them, copy them again, or choose another folder.</source>
        <translation>
            <numerusform>폴더 &quot;%1&quot;의 처음 그림 %n장을 해독할 수 없습니다. 손상되었거나 읽지 않는 종류입니다(8비트나 16비트, 부동소수점의 JPEG, PNG, TIFF를 읽습니다). 변환하거나 다시 복사하거나 다른 폴더를 고르십시오.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheen::FrameFacts</name>
    <message>
        <source>place read from the overlay</source>
        <translation>오버레이에서 읽은 위치</translation>
    </message>
    <message>
        <source>place from KLV or a table</source>
        <translation>KLV 또는 표의 위치</translation>
    </message>
    <message>
        <source>place filled in from other frames</source>
        <translation>다른 프레임으로 보간한 위치</translation>
    </message>
    <message>
        <source>place read was impossible, replaced</source>
        <translation>읽은 위치가 불가능하여 대체함</translation>
    </message>
    <message>
        <source>place set by the analyst</source>
        <translation>분석가가 지정한 위치</translation>
    </message>
    <message>
        <source>no place</source>
        <translation>위치 없음</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>프레임 %1</translation>
    </message>
    <message>
        <source>%1 m high</source>
        <translation>고도 %1 m</translation>
    </message>
    <message>
        <source>%1 m a pixel</source>
        <translation>픽셀당 %1 m</translation>
    </message>
    <message>
        <source>position error above 100 km</source>
        <translation>위치 오차 100 km 초과</translation>
    </message>
</context>
<context>
    <name>sheen::FrameMeasure</name>
    <message>
        <source>%1 m (%2 NM), %3° true</source>
        <translation>%1 m (%2 NM), 진방위 %3°</translation>
    </message>
    <message>
        <source>Click the next place; a double click ends.</source>
        <translation>다음 지점을 클릭하세요. 두 번 클릭하면 끝납니다.</translation>
    </message>
    <message>
        <source>This frame has no place, so nothing can be measured in it.</source>
        <translation>이 프레임은 위치가 없어 잴 수 없습니다.</translation>
    </message>
    <message>
        <source>A place lies above the horizon: it cannot be measured.</source>
        <translation>수평선 위의 지점은 잴 수 없습니다.</translation>
    </message>
    <message>
        <source>; area %1</source>
        <translation>; 면적 %1</translation>
    </message>
</context>
<context>
    <name>sheen::FramePanel</name>
    <message>
        <source>The pictures of the flight appear here.</source>
        <translation>비행 영상이 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Previous Frame with &amp;Oil</source>
        <translation>기름이 있는 이전 프레임(&amp;O)</translation>
    </message>
    <message>
        <source>Go back to the nearest frame with oil</source>
        <translation>기름이 있는 가장 가까운 이전 프레임으로 이동</translation>
    </message>
    <message>
        <source>&amp;Previous Frame</source>
        <translation>이전 프레임(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the frame before</source>
        <translation>이전 프레임으로 이동</translation>
    </message>
    <message>
        <source>&amp;Next Frame</source>
        <translation>다음 프레임(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the frame after</source>
        <translation>다음 프레임으로 이동</translation>
    </message>
    <message>
        <source>Next Frame with O&amp;il</source>
        <translation>기름이 있는 다음 프레임(&amp;I)</translation>
    </message>
    <message>
        <source>Go on to the nearest frame with oil</source>
        <translation>기름이 있는 가장 가까운 다음 프레임으로 이동</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>마스크</translation>
    </message>
    <message>
        <source>How strongly the mask covers the picture</source>
        <translation>마스크가 영상을 덮는 정도</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>윤곽선</translation>
    </message>
    <message>
        <source>The first frame. Press Run to look for oil.</source>
        <translation>첫 프레임입니다. 실행을 누르면 기름을 찾습니다.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>재기</translation>
    </message>
    <message>
        <source>Measure length, bearing and area on the sea by clicks in the frame</source>
        <translation>프레임을 클릭하여 해면의 길이, 방위, 면적을 잽니다</translation>
    </message>
    <message>
        <source>Show the outlines: accepted thick, undecided thin, rejected grey and dashed, with dots what was edited or drawn</source>
        <translation>윤곽선을 보입니다. 승인은 굵게, 미결정은 가늘게, 기각은 회색 파선, 고쳤거나 직접 그린 것은 점이 섞인 선</translation>
    </message>
    <message>
        <source>Not run yet: press Run to look for oil.</source>
        <translation>아직 실행하지 않았습니다. 실행을 누르면 기름을 찾습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::FrameTeacher</name>
    <message>
        <source>Frame %1 cannot be decoded, so nothing is learned from it.</source>
        <translation>프레임 %1을(를) 디코딩할 수 없어 거기서 배우지 않습니다.</translation>
    </message>
    <message>
        <source>Teaching failed: %1</source>
        <translation>가르치지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; is another file than the one that was trusted: choose it again.</source>
        <translation>모델 &quot;%1&quot;은(는) 신뢰했던 것과 다른 파일입니다. 다시 고르십시오.</translation>
    </message>
    <message>
        <source>Frame %1 is not among the results.</source>
        <translation>프레임 %1은(는) 결과에 없습니다.</translation>
    </message>
    <message>
        <source>Teaching was cancelled.</source>
        <translation>가르치기를 취소했습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::FrameView</name>
    <message>
        <source>The picture of this frame is not at hand.</source>
        <translation>이 프레임의 영상이 없습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::GeneralPage</name>
    <message>
        <source>The system&apos;s</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>언어는 다음에 시작할 때부터 바뀝니다.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Degrees and minutes: %1</source>
        <translation>도와 분: %1</translation>
    </message>
    <message>
        <source>Degrees: %1</source>
        <translation>도: %1</translation>
    </message>
    <message>
        <source>Degrees, minutes and seconds: %1</source>
        <translation>도, 분, 초: %1</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>면적</translation>
    </message>
    <message>
        <source>m² or km², one for a column</source>
        <translation>m² 또는 km², 열마다 하나</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>부피</translation>
    </message>
    <message>
        <source>L or m³, one for a column</source>
        <translation>L 또는 m³, 열마다 하나</translation>
    </message>
    <message>
        <source>L</source>
        <comment>litres</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>Reports and files have units of their own, the same for everybody.</source>
        <translation>보고서와 파일의 단위는 누구에게나 같습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::HistoryPanel</name>
    <message>
        <source>accepted</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>기각</translation>
    </message>
    <message>
        <source>decision taken back</source>
        <translation>판정 취소</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>판단</translation>
    </message>
    <message>
        <source>form</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>class or code</source>
        <translation>분류 또는 코드</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>윤곽선</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>split</source>
        <translation>나눔</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>합침</translation>
    </message>
    <message>
        <source>area moved</source>
        <translation>구역 옮김</translation>
    </message>
    <message>
        <source>note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>second look</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>telemetry</source>
        <translation>텔레메트리</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>되돌림</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>다시 함</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>시각 (UTC)</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇을</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>전과 후</translation>
    </message>
    <message>
        <source>Filter by any text: person, slick, what was done</source>
        <translation>아무 글자로 거르기: 사람, 유막, 한 일</translation>
    </message>
</context>
<context>
    <name>sheen::ImportTelemetry</name>
    <message>
        <source>Table of telemetry</source>
        <translation>텔레메트리 표</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.srt *.SRT);;All files (*)</source>
        <translation>표 (*.csv *.tsv *.txt *.srt *.SRT);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>sheen::Issue</name>
    <message>
        <source>The picture &quot;%1&quot; cannot be opened: %2.</source>
        <translation>영상 &quot;%1&quot;을(를) 열 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; is empty (0 bytes).</source>
        <translation>영상 &quot;%1&quot;이(가) 비어 있습니다(0바이트).</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; is too large to be a frame.</source>
        <translation>영상 &quot;%1&quot;은(는) 프레임으로 쓰기에 너무 큽니다.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; cannot be decoded; the file is damaged or of another kind.</source>
        <translation>영상 &quot;%1&quot;을(를) 디코딩할 수 없습니다. 파일이 손상되었거나 다른 형식입니다.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; is cut short; its lower part is missing.</source>
        <translation>영상 &quot;%1&quot;이(가) 중간에 끊겼습니다. 아래쪽이 없습니다.</translation>
    </message>
    <message>
        <source>The folder has no frame %1.</source>
        <translation>폴더에 프레임 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Frame %1 cannot be decoded.</source>
        <translation>프레임 %1을(를) 해독할 수 없습니다.</translation>
    </message>
    <message>
        <source>Frame %1 cannot be turned into a picture.</source>
        <translation>프레임 %1을(를) 영상으로 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Frame %1 is damaged in the recording; parts of it are guessed.</source>
        <translation>프레임 %1이(가) 녹화에서 손상되어 일부는 추정한 것입니다.</translation>
    </message>
    <message>
        <source>Before frame %1 the recording is damaged; pictures missing there: %2.</source>
        <translation>프레임 %1 앞에서 영상이 손상되었습니다. 그곳에 빠진 화면 수: %2.</translation>
    </message>
    <message>
        <source>Before frame %1 the recording has a gap of %2 s.</source>
        <translation>프레임 %1 앞에서 녹화가 %2초 끊겼습니다.</translation>
    </message>
    <message>
        <source>No oil could be looked for. %1</source>
        <translation>기름을 찾지 못했습니다. %1</translation>
    </message>
    <message>
        <source>The pictures show %1 m a pixel, and the model was made for %2 to %3 m: more than 4 times enlarging shows no more, so that oil may be missed. Fly lower, zoom in, or choose a model that was made for this.</source>
        <translation>영상의 화소 하나가 %1 m인데 모델은 %2~%3 m에 맞추어 만들어졌습니다. 네 배 넘게 확대해도 더 보이지 않으므로 기름을 놓칠 수 있습니다. 더 낮게 날거나 확대하거나, 여기에 맞는 모델을 고르십시오.</translation>
    </message>
    <message>
        <source>Pictures of %1 pixels were reduced to %2 for the model, whose card does not say for which metres a pixel it was made: films of a few pixels may be missed. See input.ground_sample_distance_m in docs/model-card.md.</source>
        <translation>%1 화소의 영상을 %2(으)로 줄여 모델에 넣었습니다. 모델 카드에 화소당 몇 미터에 맞추어 만들었는지 적혀 있지 않습니다. 몇 화소 너비의 유막은 놓칠 수 있습니다. docs/model-card.md의 input.ground_sample_distance_m을 보십시오.</translation>
    </message>
    <message>
        <source>Pictures of %1 pixels were looked at in tiles of %2, as the model&apos;s card wants it, but it does not say for which metres a pixel the model was made: where it finds too little, name input.ground_sample_distance_m or input.longest_side in its card. See docs/model-card.md.</source>
        <translation>모델 카드에 적힌 대로 %1 화소의 영상을 %2 화소의 조각으로 나누어 보았지만, 카드에는 화소당 몇 미터에 맞추어 만들었는지 적혀 있지 않습니다. 찾는 것이 너무 적으면 카드에 input.ground_sample_distance_m이나 input.longest_side를 적으십시오. docs/model-card.md를 보십시오.</translation>
    </message>
    <message>
        <source>No place: its telemetry is not known.</source>
        <translation>위치 없음: 텔레메트리를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No place: the picture shows no sea below the horizon.</source>
        <translation>위치 없음: 수평선 아래 바다가 보이지 않습니다.</translation>
    </message>
    <message>
        <source>The telemetry does not say where the camera looks: straight down is assumed.</source>
        <translation>텔레메트리에 카메라 방향이 없어 수직 아래로 가정합니다.</translation>
    </message>
    <message>
        <source>The telemetry has heights above the take-off alone: it is assumed to lie at sea level.</source>
        <translation>텔레메트리에 이륙 지점 기준 높이만 있어 이륙 지점을 해수면으로 가정합니다.</translation>
    </message>
    <message>
        <source>The recording&apos;s KLV follows the older standard ST 0104, which is not read; ST 0601 is. Without an overlay in the picture, give the telemetry as a table.</source>
        <translation>이 영상의 KLV는 예전 표준 ST 0104를 따르며 읽지 못합니다(ST 0601은 읽습니다). 화면에 오버레이가 없으면 텔레메트리를 표로 주십시오.</translation>
    </message>
    <message>
        <source>KLV disagrees with itself: its angles point %1 m (%2 degrees) away from the place that it gives for the middle of the picture. Compare a shore or ship with the map, and set the camera&apos;s mounting in its calibration if the angles are wrong.</source>
        <translation>KLV가 스스로 맞지 않습니다: 각도가 가리키는 곳이 KLV가 알려 주는 화면 중심에서 %1 m(%2도) 떨어져 있습니다. 해안이나 선박을 지도와 비교하고, 각도가 틀렸으면 카메라 보정에서 장착 각도를 맞추십시오.</translation>
    </message>
    <message>
        <source>The overlay disagrees with itself: bearing and slant range point %1 m (%2 degrees) away from the target&apos;s position. Check what altitudes are counted from and the sea level in the flight&apos;s settings, and correct the value that is wrong in the telemetry panel.</source>
        <translation>오버레이가 스스로 맞지 않습니다: 방위와 경사거리가 가리키는 곳이 표적 위치에서 %1 m(%2도) 떨어져 있습니다. 비행 설정에서 고도 기준과 해수면을 확인하고, 틀린 값은 텔레메트리 패널에서 고치십시오.</translation>
    </message>
    <message>
        <source>KLV, which is taken, and the overlay disagree: position by %1 m.</source>
        <translation>사용하는 KLV와 오버레이가 서로 다릅니다: 위치 %1 m.</translation>
    </message>
    <message>
        <source>KLV, which is taken, and the overlay disagree: height by %1 m.</source>
        <translation>사용하는 KLV와 오버레이가 서로 다릅니다: 높이 %1 m.</translation>
    </message>
    <message>
        <source>KLV, which is taken, and the overlay disagree: heading by %1 degrees.</source>
        <translation>사용하는 KLV와 오버레이가 서로 다릅니다: 기수 방위 %1도.</translation>
    </message>
    <message>
        <source>KLV, which is taken, and the overlay disagree: bearing by %1 degrees.</source>
        <translation>사용하는 KLV와 오버레이가 서로 다릅니다: 방위 %1도.</translation>
    </message>
    <message>
        <source>KLV, which is taken, and the overlay disagree: field of view by %1 degrees.</source>
        <translation>사용하는 KLV와 오버레이가 서로 다릅니다: 화각 %1도.</translation>
    </message>
    <message>
        <source>Altitudes are heights above the ellipsoid, and PROJ has no geoid grid here to bring them to sea level: heights may be off by up to 100 m. Install PROJ&apos;s data (proj-data), or set the sea level to the geoid&apos;s height there.</source>
        <translation>고도가 타원체고인데 이 컴퓨터의 PROJ에는 해수면 높이로 바꿀 지오이드 격자가 없습니다. 높이가 최대 100 m 어긋날 수 있습니다. PROJ 데이터(proj-data)를 설치하거나 해수면을 그곳의 지오이드고로 맞추십시오.</translation>
    </message>
    <message>
        <source>The elevation model &quot;%1&quot; cannot be read: everything is placed at sea level. Choose it again in the flight&apos;s settings.</source>
        <translation>표고 모델 &quot;%1&quot;을(를) 읽을 수 없어 모두 해수면에 배치했습니다. 비행 설정에서 다시 선택하십시오.</translation>
    </message>
    <message>
        <source>A part of the elevation model &quot;%1&quot; cannot be read, and was taken for sea: the file is damaged.</source>
        <translation>표고 모델 &quot;%1&quot;의 일부를 읽을 수 없어 바다로 보았습니다. 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The elevation model &quot;%1&quot; does not reach where the flight looked: everything is placed at sea level. Give one of that coast.</source>
        <translation>표고 모델 &quot;%1&quot;이(가) 비행에서 촬영한 곳에 미치지 않아 모두 해수면에 배치했습니다. 그 해안의 표고 모델을 지정하십시오.</translation>
    </message>
    <message>
        <source>The elevation model &quot;%1&quot; covers the flight only in part; beyond it is sea level.</source>
        <translation>표고 모델 &quot;%1&quot;은(는) 비행의 일부만 덮습니다. 그 밖은 해수면으로 봅니다.</translation>
    </message>
    <message>
        <source>Before this frame another recording was joined on.</source>
        <translation>이 프레임 앞에서 다른 녹화가 이어 붙었습니다.</translation>
    </message>
    <message>
        <source>Rows of the telemetry table that make no sense were left out: %1. The first fault: %2</source>
        <translation>텔레메트리 표에서 말이 되지 않는 행을 뺐습니다: %1개. 첫 번째: %2</translation>
    </message>
    <message>
        <source>Cells of the telemetry table that make no sense were left out: %1. The first fault: %2</source>
        <translation>텔레메트리 표에서 말이 되지 않는 칸을 뺐습니다: %1개. 첫 번째: %2</translation>
    </message>
    <message>
        <source>Rows of the telemetry table that stood out of order were sorted: %1.</source>
        <translation>텔레메트리 표에서 순서가 어긋난 행을 정렬했습니다: %1개.</translation>
    </message>
    <message>
        <source>Rows of the telemetry table with the time of another row were left out: %1.</source>
        <translation>텔레메트리 표에서 다른 행과 시각이 같은 행을 뺐습니다: %1개.</translation>
    </message>
    <message>
        <source>The clock of the telemetry table is coarser than its rows: they were spread evenly over its steps.</source>
        <translation>텔레메트리 표의 시계가 행보다 거칩니다. 행을 시계의 눈금 사이에 고르게 폈습니다.</translation>
    </message>
    <message>
        <source>The telemetry table is %1 s long, the recording %2 s: both are taken to begin together. Where that is not so, shift the table.</source>
        <translation>텔레메트리 표는 %1초, 녹화는 %2초입니다. 둘이 함께 시작하는 것으로 봅니다. 그렇지 않으면 표를 옮기십시오.</translation>
    </message>
    <message>
        <source>The telemetry table is %1 s long, the recording %2 s: it begins %3 s after the table, where the rows are marked as recorded.</source>
        <translation>텔레메트리 표는 %1초, 녹화는 %2초입니다. 녹화는 표가 시작하고 %3초 뒤, 녹화 중으로 표시된 행에서 시작합니다.</translation>
    </message>
    <message>
        <source>The telemetry table is %1 s long, the recording %2 s: it begins %3 s after the table, by the creation time of the video.</source>
        <translation>텔레메트리 표는 %1초, 녹화는 %2초입니다. 동영상의 생성 시각에 따르면 녹화는 표가 시작하고 %3초 뒤에 시작합니다.</translation>
    </message>
    <message>
        <source>By the creation time of the video it would begin %1 s later in the telemetry table.</source>
        <translation>동영상의 생성 시각에 따르면 텔레메트리 표에서 %1초 더 뒤에 시작합니다.</translation>
    </message>
    <message>
        <source>The absolute height is below the sea, or far below the height above the take-off: the latter is taken, with the take-off at sea level.</source>
        <translation>절대 고도가 해수면 아래이거나 이륙 지점 위 높이보다 훨씬 낮습니다. 이륙 지점이 해수면에 있는 것으로 보고 이륙 지점 위 높이를 씁니다.</translation>
    </message>
    <message>
        <source>The pictures do not say which way they point: the course is taken for their direction, and north where the camera does not move.</source>
        <translation>그림에 방향이 없습니다. 침로를 방향으로 쓰고, 카메라가 움직이지 않으면 북쪽으로 봅니다.</translation>
    </message>
    <message>
        <source>The angles in Camera:Pitch and Camera:Roll are none that an aircraft flies with: they were taken for the camera&apos;s own (-90 looks straight down).</source>
        <translation>Camera:Pitch와 Camera:Roll의 각은 항공기가 날 수 있는 자세가 아닙니다. 카메라 자체의 각으로 보았습니다(-90은 바로 아래).</translation>
    </message>
    <message>
        <source>The clock of the recording&apos;s KLV was never set: its times are left out.</source>
        <translation>녹화의 KLV 시계가 맞추어져 있지 않아 그 시각을 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>No set of the recording&apos;s KLV has a right checksum; all that fit otherwise were taken: %1.</source>
        <translation>녹화의 KLV에 검사합이 맞는 세트가 하나도 없어 나머지가 맞는 세트를 모두 썼습니다: %1개.</translation>
    </message>
    <message>
        <source>The recording&apos;s KLV does not tell all that a frame is placed with: the telemetry is that of the overlay. To place the flight by KLV, say what it lacks, with --telemetry klv and --hfov.</source>
        <translation>녹화의 KLV에 프레임의 위치를 정하는 데 필요한 값이 모두 있지 않아 오버레이의 텔레메트리를 썼습니다. KLV로 정하려면 --telemetry klv와 --hfov로 없는 값을 알려 주십시오.</translation>
    </message>
    <message>
        <source>The recording&apos;s KLV begins late or ends early: %1 frames have their telemetry from it, %2 from the overlay.</source>
        <translation>녹화의 KLV가 늦게 시작하거나 일찍 끝납니다. 프레임 %1개는 KLV에서, %2개는 오버레이에서 텔레메트리를 얻었습니다.</translation>
    </message>
    <message>
        <source>The telemetry was taken from the subtitles in &quot;%1&quot;.</source>
        <translation>&quot;%1&quot;의 자막에서 텔레메트리를 얻었습니다.</translation>
    </message>
    <message>
        <source>The subtitles in &quot;%1&quot; hold telemetry, but of another length than the video: they were not taken. Give them with --telemetry if they are this flight&apos;s.</source>
        <translation>&quot;%1&quot;의 자막에 텔레메트리가 있으나 길이가 동영상과 달라 쓰지 않았습니다. 이 비행의 것이면 --telemetry로 지정하십시오.</translation>
    </message>
    <message>
        <source>The subtitles in &quot;%1&quot; were not taken for telemetry. %2</source>
        <translation>&quot;%1&quot;의 자막은 텔레메트리로 쓰지 않았습니다. %2</translation>
    </message>
    <message>
        <source>The pictures have more than 8 bits: their values from %1 to %2 were stretched to 8 bits, in all of the flight alike.</source>
        <translation>그림이 8비트보다 깊습니다. %1부터 %2까지의 값을 비행 전체에서 똑같이 8비트로 폈습니다.</translation>
    </message>
    <message>
        <source>The names of the pictures do not follow their clocks: they are taken in the order of their clocks.</source>
        <translation>그림의 이름이 촬영 시각 순서와 다릅니다. 촬영 시각 순서로 씁니다.</translation>
    </message>
    <message>
        <source>The folder&apos;s %1 videos, from %2 to %3, are taken for one recording in parts.</source>
        <translation>폴더의 동영상 %1개(%2부터 %3까지)를 한 녹화의 부분들로 보았습니다.</translation>
    </message>
    <message>
        <source>The file holds several videos (%1): number %2 was taken. Choose another one with --stream.</source>
        <translation>파일에 동영상이 여럿 있습니다(%1). %2번을 썼습니다. 다른 것은 --stream으로 고르십시오.</translation>
    </message>
    <message>
        <source>By the telemetry the camera hangs upside down in every frame: are its angles those of another thing? Compare a frame with the map.</source>
        <translation>텔레메트리에 따르면 모든 프레임에서 카메라가 거꾸로 달려 있습니다. 다른 것의 각이 아닌지 프레임을 지도와 비교하십시오.</translation>
    </message>
    <message>
        <source>By the telemetry the camera looks at the horizon or above it in every frame: are its angles counted in another way? Compare a frame with the map.</source>
        <translation>텔레메트리에 따르면 모든 프레임에서 카메라가 수평선이나 그 위를 봅니다. 각을 다르게 세는지 프레임을 지도와 비교하십시오.</translation>
    </message>
    <message>
        <source>Nearly all of the oil lies close to the horizon, where areas are least sure: are the camera&apos;s angles right? Compare a frame with the map.</source>
        <translation>기름이 거의 모두 면적이 가장 불확실한 수평선 가까이에 있습니다. 카메라의 각이 맞는지 프레임을 지도와 비교하십시오.</translation>
    </message>
    <message>
        <source>The overlay shows the %1 without its sign, unit or letter (&quot;%2&quot;, in %3 frames): it was taken for &quot;%4&quot;, as the rest of the flight bears out. Where that is wrong, give its form in the overlay&apos;s layout.</source>
        <translation>오버레이의 %1에 기호나 단위, 글자가 없습니다(&quot;%2&quot;, 프레임 %3개): 비행의 나머지 값이 뒷받침하는 대로 &quot;%4&quot;(으)로 보았습니다. 틀리면 오버레이 레이아웃에서 형식을 정하십시오.</translation>
    </message>
    <message>
        <source>The %1 was read as &quot;%2&quot; and the like in %3 frames, which can be no such value by itself: give its form (unit, degree sign) in the overlay&apos;s layout, or enter it in the telemetry table.</source>
        <translation>%1을(를) 프레임 %3개에서 &quot;%2&quot; 따위로 읽었으나 그것만으로는 그런 값이 될 수 없습니다. 오버레이 레이아웃에서 형식(단위, 도 기호)을 정하거나 텔레메트리 표에 입력하십시오.</translation>
    </message>
    <message>
        <source>The %1 was read in %2 frames, none of them close to the %3 without a place: check its box in the overlay&apos;s layout, or enter it in the telemetry table.</source>
        <translation>%1을(를) 프레임 %2개에서 읽었으나 위치가 없는 프레임 %3개와 가까운 것이 없습니다. 오버레이 레이아웃에서 그 상자를 확인하거나 텔레메트리 표에 입력하십시오.</translation>
    </message>
    <message>
        <source>The heading was not read: in %1 frames the course is taken for it, which is off by what the wind turns the nose (8 degrees, 1 sigma).</source>
        <translation>기수 방위를 읽지 못했습니다. 프레임 %1개에서 진행 방향으로 대신했으며, 바람에 기수가 돌아간 만큼(8도, 1시그마) 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>In %1 frames the focal length was not read while it changed, as from %2 to %3 mm: their scale is unsure, and where it may be off by more than 30 % they have no place. Enter it in the telemetry table.</source>
        <translation>초점 거리가 바뀌는 동안(%2에서 %3mm 등) 프레임 %1개에서 읽지 못했습니다. 이 프레임들의 축척은 불확실하며, 30% 넘게 틀릴 수 있으면 위치를 정하지 않습니다. 텔레메트리 표에 입력하십시오.</translation>
    </message>
    <message>
        <source>date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>sensor</source>
        <translation>센서</translation>
    </message>
    <message>
        <source>focal length</source>
        <translation>초점 거리</translation>
    </message>
    <message>
        <source>aircraft&apos;s latitude</source>
        <translation>항공기 위도</translation>
    </message>
    <message>
        <source>aircraft&apos;s longitude</source>
        <translation>항공기 경도</translation>
    </message>
    <message>
        <source>altitude</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>기수 방위</translation>
    </message>
    <message>
        <source>target&apos;s latitude</source>
        <translation>표적 위도</translation>
    </message>
    <message>
        <source>target&apos;s longitude</source>
        <translation>표적 경도</translation>
    </message>
    <message>
        <source>target&apos;s elevation</source>
        <translation>표적 표고</translation>
    </message>
    <message>
        <source>bearing</source>
        <translation>방위</translation>
    </message>
    <message>
        <source>slant range</source>
        <translation>경사 거리</translation>
    </message>
    <message>
        <source>position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>agreement of what was found over time</source>
        <translation>찾은 값들이 시간에 따라 서로 맞음</translation>
    </message>
    <message>
        <source>No known layout fits the overlay, so Sheen told its fields apart by itself: %1. That layout lies beside the results as overlay_layout.json: check it, and name it with --overlay from now on.</source>
        <translation>오버레이에 맞는 알려진 배치가 없어 Sheen이 항목을 스스로 구분했습니다: %1. 그 배치는 결과 옆에 overlay_layout.json으로 있습니다. 확인한 뒤 앞으로는 --overlay로 지정하십시오.</translation>
    </message>
    <message>
        <source>No known layout fits the overlay. Found in it by itself: %1. Missing to be sure: %2. What was found lies beside the results as overlay_layout.json: complete it in the window (Overlay Layout), or name it with --overlay.</source>
        <translation>오버레이에 맞는 알려진 배치가 없습니다. 스스로 찾은 항목: %1. 확실하지 않아 부족한 것: %2. 찾은 것은 결과 옆에 overlay_layout.json으로 있습니다. 창(오버레이 배치)에서 완성하거나 --overlay로 지정하십시오.</translation>
    </message>
    <message>
        <source>The ground moves through the pictures of %1 at %2 mm as if they were zoomed %3 times more than the telemetry says: an electronic zoom was not read, and areas are wrong by its square. A sensor width of %4 mm mends it.</source>
        <translation>%1 %2mm 그림에서 지면이 움직인 거리를 보면 텔레메트리보다 %3배 더 확대되어 있습니다. 전자 줌을 읽지 못했으며, 면적은 그 제곱만큼 틀립니다. 센서 너비를 %4mm로 하면 바로잡힙니다.</translation>
    </message>
    <message>
        <source>The width of sensor %1 is set to %2 mm, but by the ground&apos;s way through the pictures it is %3 mm (standard error %4): areas are wrong by the square of that. Set it in the telemetry panel.</source>
        <translation>센서 %1의 너비가 %2mm로 설정되어 있지만, 그림에서 지면이 움직인 거리에 따르면 %3mm입니다(표준 오차 %4). 면적은 그 비의 제곱만큼 틀립니다. 텔레메트리 패널에서 설정하십시오.</translation>
    </message>
    <message>
        <source>The telemetry tells a field of view of %1 degrees, but by the ground&apos;s way through the pictures it is %2 (standard error %3): areas are wrong by the square of that. Set the focal scale of the calibration.</source>
        <translation>텔레메트리의 화각은 %1도이지만, 그림에서 지면이 움직인 거리에 따르면 %2도입니다(표준 오차 %3). 면적은 그 비의 제곱만큼 틀립니다. 보정의 초점 배율을 설정하십시오.</translation>
    </message>
    <message>
        <source>By the ground&apos;s way through them the pictures are turned %1 degrees clockwise (standard error %2) against the telemetry: the heading may be the course, or the camera sits turned. Straight down the boresight&apos;s roll in the calibration mends it.</source>
        <translation>그림에서 지면이 움직인 방향에 따르면 그림이 텔레메트리보다 시계 방향으로 %1도 돌아가 있습니다(표준 오차 %2). 기수 방위가 실제로는 침로이거나 카메라가 돌려 달려 있을 수 있습니다. 수직으로 내려다볼 때는 보정에서 카메라의 롤로 바로잡을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::KeptReview</name>
    <message>
        <source>The flight is run again with the model &quot;%1&quot;; what was reviewed stays</source>
        <translation>모델 &quot;%1&quot;(으)로 비행을 다시 처리함. 검토한 것은 남음</translation>
    </message>
    <message>
        <source>The flight was run again</source>
        <translation>비행을 다시 처리함</translation>
    </message>
</context>
<context>
    <name>sheen::KeptRun</name>
    <message>
        <source>The run was finished</source>
        <translation>실행을 마침</translation>
    </message>
</context>
<context>
    <name>sheen::KeptStages</name>
    <message>
        <source>The settings of the run were changed</source>
        <translation>실행 설정이 바뀜</translation>
    </message>
</context>
<context>
    <name>sheen::KeyCard</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Search: an action, a key, what it does</source>
        <translation>찾기: 동작, 키, 설명</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>설명</translation>
    </message>
</context>
<context>
    <name>sheen::KeysPage</name>
    <message>
        <source>the picture alone, held in the frame</source>
        <translation>프레임에서 누르고 있는 동안 영상만 보기</translation>
    </message>
    <message>
        <source>tools, tables and dialogs</source>
        <translation>도구, 표, 대화 상자</translation>
    </message>
    <message>
        <source>Search: an action or a key</source>
        <translation>검색: 동작 또는 키</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Click here, then press the key that the action shall have</source>
        <translation>여기를 클릭한 다음 동작에 지정할 키를 누르십시오</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation>키 없음(&amp;N)</translation>
    </message>
    <message>
        <source>As &amp;Usual</source>
        <translation>기본값(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Take It from There</source>
        <translation>가져오기(&amp;T)</translation>
    </message>
    <message>
        <source>Choose an action to give it another key.</source>
        <translation>다른 키를 지정할 동작을 선택하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: click into the field, then press its new key.</source>
        <translation>&quot;%1&quot;: 입력란을 클릭한 다음 새 키를 누르십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be given: it is for %2.</source>
        <translation>%1 키는 지정할 수 없습니다. 용도: %2.</translation>
    </message>
    <message>
        <source>%1 is the key of &quot;%2&quot; (%3): nothing was changed.</source>
        <translation>%1 키는 &quot;%2&quot;(%3)에 지정되어 있어 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no key now.</source>
        <translation>&quot;%1&quot;에 지정된 키가 없습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::LayerMenu</name>
    <message>
        <source>&amp;Zoom to Layer</source>
        <translation>레이어로 확대(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Style…</source>
        <translation>스타일(&amp;S)…</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>불투명도</translation>
    </message>
    <message>
        <source>&amp;Remove from the Map</source>
        <translation>지도에서 제거(&amp;R)</translation>
    </message>
</context>
<context>
    <name>sheen::LayerPanel</name>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>Add a base map or a file: tiles, WMS, WMTS, GeoPackage, MBTiles, GeoTIFF, shapefile, S-57. Files can be dropped on the window, too.</source>
        <translation>배경 지도나 파일을 추가합니다: 타일, WMS, WMTS, GeoPackage, MBTiles, GeoTIFF, 셰이프파일, S-57. 파일은 창에 끌어다 놓을 수도 있습니다.</translation>
    </message>
    <message>
        <source>Base maps</source>
        <translation>배경 지도</translation>
    </message>
    <message>
        <source>Show a map of a server that you have added. No server is asked before.</source>
        <translation>추가해 둔 서버의 지도를 표시합니다. 그 전에는 어떤 서버에도 요청하지 않습니다.</translation>
    </message>
    <message>
        <source>None was added yet</source>
        <translation>아직 추가한 것이 없음</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>추가(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>sheen::LayoutCanvas</name>
    <message>
        <source>Frame with the boxes of the layout</source>
        <translation>배치의 상자를 그린 프레임</translation>
    </message>
</context>
<context>
    <name>sheen::LayoutEditor</name>
    <message>
        <source>like %1</source>
        <translation>%1와(과) 비슷함</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>빈 배치(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import a File…</source>
        <translation>파일 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>프레임 %1</translation>
    </message>
    <message>
        <source>New layout</source>
        <translation>새 배치</translation>
    </message>
    <message>
        <source>No letters could be measured in the boxes yet. Draw them around the text, or set the height of the letters below.</source>
        <translation>아직 상자에서 글자를 잴 수 없습니다. 글자 둘레에 그리거나 아래에서 글자 높이를 정하십시오.</translation>
    </message>
    <message>
        <source>Drag a box around this field on the picture: %1. Leave room for a digit more.</source>
        <translation>영상에서 이 항목 둘레에 상자를 끌어 그리십시오: %1. 숫자 하나만큼 여유를 두십시오.</translation>
    </message>
    <message>
        <source>%1 of %2 fields can be read in this frame.</source>
        <translation>이 프레임에서 항목 %2개 중 %1개를 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose a field in the list, then drag a box around it on the picture.</source>
        <translation>목록에서 항목을 고른 뒤, 영상에서 그 둘레에 상자를 끌어 그리십시오.</translation>
    </message>
    <message>
        <source>&amp;Try on 10 Frames</source>
        <translation>10개 프레임에 시험(&amp;T)</translation>
    </message>
    <message>
        <source>Stop &amp;Trying</source>
        <translation>시험 중지(&amp;T)</translation>
    </message>
    <message>
        <source>Trying: %1 frames read…</source>
        <translation>시험 중: 프레임 %1개 읽음…</translation>
    </message>
    <message>
        <source>In %1 frames of the flight %2 % of the fields could be read.</source>
        <translation>비행의 프레임 %1개에서 항목의 %2 %를 읽을 수 있었습니다.</translation>
    </message>
    <message>
        <source>Saved. Flights with this overlay are recognised from now on; sheen run --overlay %1 names it.</source>
        <translation>저장했습니다. 이제 이 오버레이의 비행을 인식합니다. 명령줄에서는 sheen run --overlay %1 입니다.</translation>
    </message>
    <message>
        <source>Import an overlay layout</source>
        <translation>오버레이 배치 가져오기</translation>
    </message>
    <message>
        <source>Overlay layouts (*.json);;All files (*)</source>
        <translation>오버레이 배치 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>The layout in %1 cannot be imported as it is named: %2</source>
        <translation>%1의 배치를 그 이름으로 가져올 수 없습니다: %2</translation>
    </message>
    <message>
        <source>A layout &quot;%1&quot; exists already. Replace it?</source>
        <translation>배치 &quot;%1&quot;이(가) 이미 있습니다. 바꾸시겠습니까?</translation>
    </message>
    <message>
        <source>Export the overlay layout</source>
        <translation>오버레이 배치 내보내기</translation>
    </message>
    <message>
        <source>Overlay layouts (*.json)</source>
        <translation>오버레이 배치 (*.json)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>%1에 썼습니다</translation>
    </message>
    <message>
        <source>Overlay Layout</source>
        <translation>오버레이 배치</translation>
    </message>
    <message>
        <source>The layout has changes that are not saved. Save them?</source>
        <translation>저장하지 않은 변경이 있습니다. 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Overlay Layout – %1</source>
        <translation>오버레이 배치 – %1</translation>
    </message>
    <message>
        <source>Reading the frame…</source>
        <translation>프레임을 읽는 중…</translation>
    </message>
    <message>
        <source>Start From</source>
        <translation>시작 배치</translation>
    </message>
    <message>
        <source>Start from nothing, from a layout that exists, or from a file</source>
        <translation>빈 배치, 있는 배치, 또는 파일에서 시작합니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>마지막 변경을 되돌립니다 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>The chosen box</source>
        <translation>고른 상자</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source> px high</source>
        <translation> px 높이</translation>
    </message>
    <message>
        <source>Height of a capital in this picture; right within a third</source>
        <translation>이 영상에서 대문자의 높이. 3분의 1 이내로 맞으면 됩니다</translation>
    </message>
    <message>
        <source>white</source>
        <translation>흰색</translation>
    </message>
    <message>
        <source>yellow, amber</source>
        <translation>노란색, 호박색</translation>
    </message>
    <message>
        <source>green</source>
        <translation>녹색</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>청록색</translation>
    </message>
    <message>
        <source>red</source>
        <translation>빨간색</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>자홍색</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>파란색</translation>
    </message>
    <message>
        <source>Colour of the letters, or of the bright box around dark ones</source>
        <translation>글자의 색, 또는 어두운 글자를 둘러싼 밝은 상자의 색</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>재기</translation>
    </message>
    <message>
        <source>Measure height and colour in the boxes drawn</source>
        <translation>그린 상자에서 높이와 색을 잽니다</translation>
    </message>
    <message>
        <source>Look at other frames of the flight</source>
        <translation>비행의 다른 프레임 보기</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>이전 프레임</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>다음 프레임</translation>
    </message>
    <message>
        <source>Read ten frames spread over the flight, and tell how often each field can be read</source>
        <translation>비행 전체에서 고른 프레임 10개를 읽어 항목마다 얼마나 자주 읽히는지 보여 줍니다</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>내보내기(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the layout into a file, to share it</source>
        <translation>나누어 쓸 수 있게 배치를 파일로 씁니다</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Keep the layout under a name (Ctrl+S)</source>
        <translation>배치에 이름을 붙여 저장합니다 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close the layout</source>
        <translation>배치를 닫습니다</translation>
    </message>
    <message>
        <source>Drag: draw a box.  Wheel: zoom.  Right button: move the picture.  Del: remove.</source>
        <translation>끌기: 상자 그리기.  휠: 확대.  오른쪽 버튼: 영상 이동.  Del: 지우기.</translation>
    </message>
    <message>
        <source>What the &amp;Pictures Show</source>
        <translation>영상에 보이는 것(&amp;P)</translation>
    </message>
    <message>
        <source>Looking for lines of text that hold still in the pictures…</source>
        <translation>영상에서 움직이지 않는 글줄을 찾는 중…</translation>
    </message>
    <message>
        <source>&amp;Take It</source>
        <translation>그대로 쓰기(&amp;T)</translation>
    </message>
    <message>
        <source>Keep what was found in the pictures as this flight&apos;s layout, and close</source>
        <translation>영상에서 찾은 것을 이 비행의 배치로 저장하고 닫습니다</translation>
    </message>
    <message>
        <source>No lines of text that hold still and tell something were found in the pictures. Draw boxes around them.</source>
        <translation>영상에서 움직이지 않으면서 뜻이 있는 글줄을 찾지 못했습니다. 글 둘레에 상자를 그리십시오.</translation>
    </message>
    <message>
        <source>Found in the pictures, but not all that a flight needs, or not surely: look at each box, and draw what is missing.</source>
        <translation>영상에서 찾았지만 비행에 필요한 것이 모두 있지 않거나 확실하지 않습니다. 상자마다 살펴보고 빠진 것을 그리십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::LiveLayers</name>
    <message>
        <source>Flight</source>
        <translation>비행</translation>
    </message>
    <message>
        <source>Footprints</source>
        <translation>촬영 범위</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>항적</translation>
    </message>
    <message>
        <source>Detections</source>
        <translation>탐지</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>마스크</translation>
    </message>
    <message>
        <source>Picture of the frame</source>
        <translation>프레임 화상</translation>
    </message>
</context>
<context>
    <name>sheen::LookControls</name>
    <message>
        <source>Brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>How bright the picture is shown</source>
        <translation>영상을 얼마나 밝게 보일지 정합니다</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>대비</translation>
    </message>
    <message>
        <source>How steep light and dark part</source>
        <translation>밝고 어두운 차이를 얼마나 크게 할지 정합니다</translation>
    </message>
    <message>
        <source>Dehaze</source>
        <translation>안개 제거</translation>
    </message>
    <message>
        <source>Raise the contrast of each part of the picture</source>
        <translation>영상의 부분마다 대비를 높입니다</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>반전</translation>
    </message>
    <message>
        <source>Show light as dark and dark as light</source>
        <translation>밝은 곳은 어둡게, 어두운 곳은 밝게 보입니다</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>원래대로</translation>
    </message>
    <message>
        <source>Show the picture as it was recorded</source>
        <translation>녹화된 그대로 영상을 보입니다</translation>
    </message>
</context>
<context>
    <name>sheen::MainWindow</name>
    <message>
        <source>Teach</source>
        <translation>가르치기</translation>
    </message>
    <message>
        <source>&amp;Cancel Opening</source>
        <translation>열기 취소(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation>실행 취소(&amp;C)</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 여는 중…</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>영상 열기</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.ts *.mpg *.mpeg *.mkv *.avi *.mov *.m2ts *.mts);;All files (*)</source>
        <translation>영상 (*.mp4 *.ts *.mpg *.mpeg *.mkv *.avi *.mov *.m2ts *.mts);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open a folder of frames</source>
        <translation>프레임 폴더 열기</translation>
    </message>
    <message>
        <source>Open results</source>
        <translation>결과 열기</translation>
    </message>
    <message>
        <source>Results of Sheen (*.gpkg);;All files (*)</source>
        <translation>Sheen 결과 (*.gpkg);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 – Sheen</source>
        <translation>%1 – Sheen</translation>
    </message>
    <message>
        <source>Earlier results</source>
        <translation>이전 결과</translation>
    </message>
    <message>
        <source>This flight has been run before. A new run keeps the earlier results aside.</source>
        <translation>이 비행은 이미 실행한 적이 있습니다. 새로 실행해도 이전 결과는 따로 보관됩니다.</translation>
    </message>
    <message>
        <source>Open the Earlier Results</source>
        <translation>이전 결과 열기</translation>
    </message>
    <message>
        <source>%1 frames done, %2 of them placed, %3 slicks found.</source>
        <translation>프레임 %1개 완료, %2개 배치, 유막 %3개 발견.</translation>
    </message>
    <message>
        <source>The run was cancelled. %1</source>
        <translation>실행을 취소했습니다. %1</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>실행 중입니다</translation>
    </message>
    <message>
        <source>Stop the run and close Sheen? What was done is kept.</source>
        <translation>실행을 멈추고 Sheen을 닫으시겠습니까? 지금까지의 결과는 보관됩니다.</translation>
    </message>
    <message>
        <source>Several files were dropped: only the first is opened. A folder of frames opens as one flight.</source>
        <translation>여러 파일을 끌어다 놓았습니다. 첫 번째만 엽니다. 프레임 폴더는 하나의 비행으로 열립니다.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Recent Flights</source>
        <translation>최근 비행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>패널(&amp;N)</translation>
    </message>
    <message>
        <source>Show or hide the panel &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 패널 표시/숨기기</translation>
    </message>
    <message>
        <source>F&amp;light</source>
        <translation>비행(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>검토(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Flight</source>
        <translation>비행</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>검토</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Slick</source>
        <translation>유막</translation>
    </message>
    <message>
        <source>Slicks</source>
        <translation>유막 목록</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>텔레메트리</translation>
    </message>
    <message>
        <source>Placed again: %1 of %2 frames have a place, %3 slicks.</source>
        <translation>다시 배치했습니다: 프레임 %2개 중 %1개에 위치가 있고, 유막은 %3개입니다.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>보정</translation>
    </message>
    <message>
        <source>Finish the Run</source>
        <translation>실행 마치기</translation>
    </message>
    <message>
        <source>Not whole</source>
        <translation>미완료</translation>
    </message>
    <message numerus="yes">
        <source>This run did not come to the end of the flight: %n frame(s) were done.</source>
        <translation>
            <numerusform>이 실행은 비행 끝까지 가지 못했습니다. 프레임 %n개를 처리했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a table of telemetry: open its flight first, then drop it again.</source>
        <translation>&quot;%1&quot;은(는) 텔레메트리 표입니다. 먼저 그 비행을 연 다음 다시 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>Tool &amp;Bars</source>
        <translation>도구 모음(&amp;B)</translation>
    </message>
    <message>
        <source>Show or hide the tool bar &quot;%1&quot;</source>
        <translation>&quot;%1&quot; 도구 모음 표시/숨기기</translation>
    </message>
    <message>
        <source>Open the Reviewed Results</source>
        <translation>검토한 결과 열기</translation>
    </message>
    <message>
        <source>Reviewed results</source>
        <translation>검토한 결과</translation>
    </message>
    <message>
        <source>An earlier run of this flight was reviewed (%1: %2).</source>
        <translation>이 비행의 이전 실행을 검토한 것이 있습니다 (%1: %2).</translation>
    </message>
    <message>
        <source>No frame has a place, so no slick is on the map. Oil was found in %1 of %2 frames: the timeline shows which.</source>
        <translation>위치가 있는 프레임이 없어 지도에 유막이 없습니다. 프레임 %2개 중 %1개에서 기름을 찾았습니다. 어느 프레임인지 시간 막대가 보여 줍니다.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Seen Here</source>
        <translation>이곳을 본 프레임</translation>
    </message>
    <message>
        <source>This place is outside of what the map&apos;s CRS can show.</source>
        <translation>지도의 좌표계가 보여 줄 수 없는 곳입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Merged again: %n slick(s).</source>
        <translation>
            <numerusform>다시 합쳤습니다: 유막 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>AIS has no ship around the flight at its time.</source>
        <translation>AIS에 비행 시각에 주변에 있던 선박이 없습니다.</translation>
    </message>
    <message>
        <source>The results are being saved: close the window when that is done.</source>
        <translation>결과를 저장하고 있습니다. 끝난 뒤에 창을 닫으십시오.</translation>
    </message>
    <message>
        <source>Files of AIS</source>
        <translation>AIS 파일</translation>
    </message>
    <message>
        <source>AIS (*.csv *.txt *.nmea *.log);;All files (*)</source>
        <translation>AIS (*.csv *.txt *.nmea *.log);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save results as</source>
        <translation>다른 이름으로 결과 저장</translation>
    </message>
    <message>
        <source>Results of Sheen (*.gpkg)</source>
        <translation>Sheen 결과 (*.gpkg)</translation>
    </message>
    <message>
        <source>Saving the results as %1…</source>
        <translation>결과를 %1(으)로 저장하고 있습니다…</translation>
    </message>
    <message>
        <source>Not on disk</source>
        <translation>디스크에 없음</translation>
    </message>
    <message>
        <source>Save Results As…</source>
        <translation>다른 이름으로 결과 저장…</translation>
    </message>
    <message>
        <source>Lose Them</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>The language changes when Sheen is started the next time.</source>
        <translation>언어는 Sheen을 다음에 시작할 때 바뀝니다.</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>책갈피</translation>
    </message>
</context>
<context>
    <name>sheen::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>설명서</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>The manual was not installed. It is in the folder docs of Sheen&apos;s sources.</source>
        <translation>설명서가 설치되지 않았습니다. Sheen 소스의 docs 폴더에 있습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::MapSource</name>
    <message>
        <source>Give it a name.</source>
        <translation>이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>Type an address that begins with http:// or https://.</source>
        <translation>http:// 또는 https://로 시작하는 주소를 입력하십시오.</translation>
    </message>
    <message>
        <source>The address of tiles holds {x}, {y} and {z}, like https://server/{z}/{x}/{y}.png.</source>
        <translation>타일 주소에는 {x}, {y}, {z}가 들어갑니다. 예: https://server/{z}/{x}/{y}.png</translation>
    </message>
    <message>
        <source>Name the layer of the server that is to be shown.</source>
        <translation>표시할 서버 레이어의 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>Name the tile matrix set that the layer is to be taken from.</source>
        <translation>레이어를 가져올 타일 행렬 집합의 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Tiles (XYZ)</source>
        <translation>타일 (XYZ)</translation>
    </message>
    <message>
        <source>Maps (%1);;All files (*)</source>
        <translation>지도 (%1);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>sheen::MapStatus</name>
    <message>
        <source>Where the mouse is on the map (WGS84)</source>
        <translation>지도에서 마우스의 위치(WGS84)</translation>
    </message>
    <message>
        <source>The map&apos;s scale</source>
        <translation>지도 축척</translation>
    </message>
    <message>
        <source>The map is drawn in %1. Click to choose another CRS.</source>
        <translation>지도 좌표계: %1. 클릭하면 다른 좌표계를 고를 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::MapsPage</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Files are shown at each start. No server is asked until you show its map with Base maps in the panel of layers.</source>
        <translation>파일은 시작할 때마다 표시됩니다. 서버에는 레이어 패널의 배경 지도에서 표시하기 전에는 요청하지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>추가(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>변경(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>삭제(&amp;F)</translation>
    </message>
</context>
<context>
    <name>sheen::MarkLegend</name>
    <message>
        <source>gap</source>
        <translation>빈 구간</translation>
    </message>
</context>
<context>
    <name>sheen::MeasureTool</name>
    <message>
        <source>Click to measure; a right click ends, Esc clears.</source>
        <translation>클릭하여 측정합니다. 오른쪽 클릭으로 끝내고 Esc로 지웁니다.</translation>
    </message>
    <message>
        <source>Area %1, around it %2</source>
        <translation>면적 %1, 둘레 %2</translation>
    </message>
    <message>
        <source>Distance %1</source>
        <translation>거리 %1</translation>
    </message>
    <message>
        <source>Distance %1, last leg %2</source>
        <translation>거리 %1, 마지막 구간 %2</translation>
    </message>
    <message>
        <source>These points cannot be measured in this map&apos;s CRS.</source>
        <translation>이 지도 좌표계에서는 이 점들을 측정할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::MergeControls</name>
    <message>
        <source>Slicks are merged anew while this is moved; what was reviewed stays</source>
        <translation>움직이는 동안 유막을 새로 합칩니다. 검토한 것은 그대로 남습니다</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>최소 구역</translation>
    </message>
    <message>
        <source>Gap within a slick</source>
        <translation>유막 안의 간격</translation>
    </message>
    <message>
        <source>merging…</source>
        <translation>합치는 중…</translation>
    </message>
</context>
<context>
    <name>sheen::MessageDialog</name>
    <message>
        <source>POLREP Message</source>
        <translation>POLREP 통보문</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>언어(&amp;L):</translation>
    </message>
    <message>
        <source>Only accepted slicks are in it. Complete what is marked before you send it; what you change here is not kept.</source>
        <translation>승인한 유막만 들어 있습니다. 보내기 전에 표시된 곳을 채우십시오. 여기서 고친 것은 남지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation>모두 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>다른 이름으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>The message is written anew. Give up what you changed?</source>
        <translation>통보문을 새로 씁니다. 고친 것을 버릴까요?</translation>
    </message>
    <message>
        <source>Save the Message</source>
        <translation>통보문 저장</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>텍스트 (*.txt)</translation>
    </message>
</context>
<context>
    <name>sheen::MissingTelemetry</name>
    <message>
        <source>position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>line of sight</source>
        <translation>시선 방향</translation>
    </message>
    <message>
        <source>field of view</source>
        <translation>화각</translation>
    </message>
    <message>
        <source>Give a table of telemetry with --telemetry FILE.csv.</source>
        <translation>--telemetry FILE.csv로 텔레메트리 표를 지정하십시오.</translation>
    </message>
    <message>
        <source>Give a table with the altitudes with --telemetry FILE.csv, or set them in the telemetry table.</source>
        <translation>--telemetry FILE.csv로 고도가 있는 표를 지정하거나 텔레메트리 표에서 정하십시오.</translation>
    </message>
    <message>
        <source>Give a table that says where the camera looks with --telemetry FILE.csv.</source>
        <translation>카메라가 보는 방향이 있는 표를 --telemetry FILE.csv로 지정하십시오.</translation>
    </message>
    <message>
        <source>Say the horizontal field of view in degrees with --hfov.</source>
        <translation>--hfov로 수평 화각(도)을 알려 주십시오.</translation>
    </message>
    <message>
        <source>The height of %1 m is out of range.</source>
        <translation>높이 %1m는 있을 수 있는 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>The height of %1 m is not above the sea.</source>
        <translation>높이 %1m는 해수면보다 높지 않습니다.</translation>
    </message>
    <message>
        <source>no telemetry was recognised in its overlay, KLV or pictures. Choose a layout with --overlay, or give the poses with --telemetry FILE.csv.</source>
        <translation>오버레이, KLV, 그림 어디에서도 텔레메트리를 알아보지 못했습니다. --overlay로 레이아웃을 고르거나 --telemetry FILE.csv로 자세를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 %2개</translation>
    </message>
    <message>
        <source>No %1. %2</source>
        <translation>%1 없음. %2</translation>
    </message>
    <message>
        <source>telemetry was read in %1 of %2 frames</source>
        <translation>프레임 %2개 가운데 %1개에서 텔레메트리를 읽었습니다</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>What was read is too unsure to place a frame with, or the camera looks above the horizon.</source>
        <translation>읽은 값이 프레임의 위치를 정하기에 너무 불확실하거나 카메라가 수평선 위를 봅니다.</translation>
    </message>
    <message>
        <source>its overlay was recognised (layout %1), but in no frame could enough of its fields be read. Choose another layout with --overlay, or give the poses with --telemetry FILE.csv.</source>
        <translation>오버레이를 알아보았으나(레이아웃 %1) 어느 프레임에서도 필드를 충분히 읽지 못했습니다. --overlay로 다른 레이아웃을 고르거나 --telemetry FILE.csv로 자세를 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::ModelCard</name>
    <message>
        <source>The model card of &quot;%1&quot; cannot be used: %2.</source>
        <translation>&quot;%1&quot;의 모델 카드를 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>&quot;input.%1&quot; must be a list of three numbers</source>
        <translation>&quot;input.%1&quot;은(는) 숫자 세 개의 목록이어야 합니다</translation>
    </message>
    <message>
        <source>&quot;input.%1&quot; must be a whole number from 0 to %2</source>
        <translation>&quot;input.%1&quot;은(는) 0에서 %2까지의 정수여야 합니다</translation>
    </message>
    <message>
        <source>&quot;input.channels&quot; must be &quot;RGB&quot; or &quot;BGR&quot;</source>
        <translation>&quot;input.channels&quot;는 &quot;RGB&quot; 또는 &quot;BGR&quot;이어야 합니다</translation>
    </message>
    <message>
        <source>&quot;input.std&quot; must be greater than 0</source>
        <translation>&quot;input.std&quot;는 0보다 커야 합니다</translation>
    </message>
    <message>
        <source>&quot;input&quot; has an impossible width, height or stride</source>
        <translation>&quot;input&quot;의 너비, 높이 또는 stride가 불가능한 값입니다</translation>
    </message>
    <message>
        <source>&quot;input.ground_sample_distance_m&quot; must be a number from 0.001 to 1000, or two of them, &quot;min&quot; and &quot;max&quot;</source>
        <translation>&quot;input.ground_sample_distance_m&quot;은(는) 0.001에서 1000 사이의 수, 또는 &quot;min&quot;과 &quot;max&quot; 두 수여야 합니다</translation>
    </message>
    <message>
        <source>it names no &quot;classes&quot;</source>
        <translation>&quot;classes&quot;가 없습니다</translation>
    </message>
    <message>
        <source>two classes have the value %1</source>
        <translation>두 분류의 값이 모두 %1입니다</translation>
    </message>
    <message>
        <source>it is no JSON object (%1)</source>
        <translation>JSON 객체가 아닙니다(%1)</translation>
    </message>
    <message>
        <source>it has no &quot;name&quot;</source>
        <translation>&quot;name&quot;이 없습니다</translation>
    </message>
    <message>
        <source>its &quot;name&quot; or &quot;version&quot; is longer than %1 characters</source>
        <translation>&quot;name&quot; 또는 &quot;version&quot;이 %1자보다 깁니다</translation>
    </message>
    <message>
        <source>&quot;output.kind&quot; must be one of %1</source>
        <translation>&quot;output.kind&quot;는 다음 중 하나여야 합니다: %1</translation>
    </message>
    <message>
        <source>&quot;output.temperature&quot; must be from 0.001 to 1000</source>
        <translation>&quot;output.temperature&quot;은(는) 0.001에서 1000 사이여야 합니다</translation>
    </message>
    <message>
        <source>The classes in &quot;%1&quot; cannot be used: %2.</source>
        <translation>&quot;%1&quot;의 분류를 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>each needs the &quot;value&quot; of a class that the model &quot;%1&quot; has</source>
        <translation>각 항목에는 모델 &quot;%1&quot;에 있는 분류의 &quot;value&quot;가 필요합니다</translation>
    </message>
    <message>
        <source>each of &quot;classes&quot; needs a &quot;value&quot; from 0 to 254 and a &quot;name&quot;</source>
        <translation>&quot;classes&quot;의 각 항목에는 0~254의 &quot;value&quot;와 &quot;name&quot;이 필요합니다</translation>
    </message>
    <message>
        <source>a class has a &quot;name&quot; longer than %1 characters</source>
        <translation>분류의 &quot;name&quot;이 %1자보다 깁니다</translation>
    </message>
    <message>
        <source>class &quot;%1&quot; has a code outside 0 to 5</source>
        <translation>분류 &quot;%1&quot;의 코드가 0~5를 벗어났습니다</translation>
    </message>
    <message>
        <source>class &quot;%1&quot; needs a &quot;colour&quot; like &quot;#1f77b4&quot;</source>
        <translation>분류 &quot;%1&quot;에는 &quot;#1f77b4&quot; 같은 &quot;colour&quot;가 필요합니다</translation>
    </message>
    <message>
        <source>it is no JSON (%1)</source>
        <translation>JSON이 아닙니다(%1)</translation>
    </message>
    <message>
        <source>its tiles are smaller than %1 pixels</source>
        <translation>타일이 %1픽셀보다 작습니다</translation>
    </message>
</context>
<context>
    <name>sheen::ModelCommand</name>
    <message>
        <source>%1 x %2 pixels</source>
        <translation>%1 x %2 픽셀</translation>
    </message>
    <message>
        <source>any size, filled up to multiples of %1</source>
        <translation>임의 크기, %1의 배수로 채움</translation>
    </message>
    <message>
        <source>%1, %2, mean %3, deviation %4</source>
        <translation>%1, %2, 평균 %3, 편차 %4</translation>
    </message>
    <message>
        <source>classes:</source>
        <translation>분류:</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>코드 %1</translation>
    </message>
    <message>
        <source>oil   </source>
        <translation>기름   </translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>sha256</translation>
    </message>
    <message>
        <source>sensors</source>
        <translation>센서</translation>
    </message>
    <message>
        <source>codes hold for</source>
        <translation>코드가 유효한 센서</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>%1, temperature %2</source>
        <translation>%1, 온도 %2</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>runs on %1; %2 ms for %3 x %4 pixels</source>
        <translation>%1에서 동작, %3 x %4 픽셀에 %2 ms</translation>
    </message>
    <message>
        <source>Prints the card of a model.</source>
        <translation>모델의 카드를 출력합니다.</translation>
    </message>
    <message>
        <source>A TorchScript, ONNX or taught model&apos;s file.</source>
        <translation>TorchScript, ONNX 또는 가르친 모델의 파일.</translation>
    </message>
    <message>
        <source>Run it on an empty picture and see whether it fits its card.</source>
        <translation>빈 영상에 실행하여 카드와 맞는지 확인합니다.</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:n.</source>
        <translation>auto, cpu, cuda 또는 cuda:n.</translation>
    </message>
    <message>
        <source>sheen model needs one model file.</source>
        <translation>sheen model에는 모델 파일 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; cannot be read. Choose a PNG, JPEG or TIFF file.</source>
        <translation>영상 &quot;%1&quot;을(를) 읽을 수 없습니다. PNG, JPEG 또는 TIFF 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>The mask &quot;%1&quot; cannot be written: %2.</source>
        <translation>마스크 &quot;%1&quot;을(를) 기록할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>마스크</translation>
    </message>
    <message>
        <source>Run it on this picture and write its mask.</source>
        <translation>이 영상에서 실행하고 마스크를 기록합니다.</translation>
    </message>
    <message>
        <source>Where the mask goes: a PNG with the class of each pixel.</source>
        <translation>마스크를 기록할 곳: 픽셀마다 분류 값을 담은 PNG.</translation>
    </message>
    <message>
        <source>--picture and --mask go together.</source>
        <translation>--picture와 --mask는 함께 써야 합니다.</translation>
    </message>
    <message>
        <source>Load it on the CPU and see whether it fits its card.</source>
        <translation>CPU에서 불러와 카드와 맞는지 확인합니다.</translation>
    </message>
</context>
<context>
    <name>sheen::ModelDialog</name>
    <message>
        <source>Choose Model</source>
        <translation>모델 선택</translation>
    </message>
    <message>
        <source>I trust where this file comes from</source>
        <translation>이 파일의 출처를 신뢰합니다</translation>
    </message>
    <message>
        <source>A model file is a program. Sheen remembers your answer for this very file, by its SHA-256.</source>
        <translation>모델 파일은 프로그램입니다. Sheen은 SHA-256으로 바로 이 파일에 대한 답을 기억합니다.</translation>
    </message>
    <message>
        <source>Look at another model file; nothing of it runs yet</source>
        <translation>다른 모델 파일 살펴보기. 아직 아무것도 실행하지 않습니다</translation>
    </message>
    <message>
        <source>Try the model to see what it finds in the current frame.</source>
        <translation>현재 프레임에서 무엇을 찾는지 보려면 모델을 시험해 보십시오.</translation>
    </message>
    <message>
        <source>Open a flight to try the model on one of its frames.</source>
        <translation>프레임에 모델을 시험해 보려면 비행을 여십시오.</translation>
    </message>
    <message>
        <source>&amp;Try on the Current Frame</source>
        <translation>현재 프레임에 시험(&amp;T)</translation>
    </message>
    <message>
        <source>Loads the model and shows its mask; the model in use stays</source>
        <translation>모델을 불러와 마스크를 보여 줍니다. 사용 중인 모델은 그대로입니다</translation>
    </message>
    <message>
        <source>&amp;Use This Model</source>
        <translation>이 모델 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Look at a model</source>
        <translation>모델 살펴보기</translation>
    </message>
    <message>
        <source>Models (*.pt *.pth *.ts *.onnx);;All files (*)</source>
        <translation>모델 (*.pt *.pth *.ts *.onnx);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>The card is being read…</source>
        <translation>카드를 읽는 중…</translation>
    </message>
    <message>
        <source>A model file is a program that will run on this computer. Use only files from people you trust.</source>
        <translation>모델 파일은 이 컴퓨터에서 실행되는 프로그램입니다. 믿을 수 있는 사람의 파일만 쓰십시오.</translation>
    </message>
    <message>
        <source>Oil on %1 % of the frame; %2 ms on %3.</source>
        <translation>프레임의 %1 %에 기름. %3에서 %2 ms.</translation>
    </message>
    <message>
        <source>The model is being loaded and tried…</source>
        <translation>모델을 불러와 시험하는 중…</translation>
    </message>
    <message>
        <source>The model that is shown: the one that ships with Sheen, or one used before</source>
        <translation>보이는 모델: Sheen에 들어 있는 모델이나 전에 쓴 모델</translation>
    </message>
    <message>
        <source>Choose a &amp;File…</source>
        <translation>파일 고르기(&amp;F)…</translation>
    </message>
    <message>
        <source>As in the &amp;Card</source>
        <translation>카드대로(&amp;C)</translation>
    </message>
    <message>
        <source>Takes back what was changed in the table</source>
        <translation>표에서 바꾼 것을 되돌립니다</translation>
    </message>
    <message>
        <source>Takes the model and its classes as the table shows them for the next runs of this flight, which remembers them</source>
        <translation>모델과 표에 보이는 분류를 이 비행의 다음 실행부터 쓰고, 비행과 함께 기억합니다</translation>
    </message>
    <message>
        <source>The model that ships with Sheen</source>
        <translation>Sheen에 들어 있는 모델</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <translation>%1: %3의 %2</translation>
    </message>
    <message>
        <source>Codes hold for frames of %1; what other sensors see has none.</source>
        <translation>코드는 %1 프레임에만 유효하고, 다른 센서가 본 것에는 없습니다.</translation>
    </message>
    <message>
        <source>This file has changed since you used it. A model file is a program that will run on this computer: use it only if you trust whoever changed it.</source>
        <translation>이 파일은 전에 쓴 뒤에 바뀌었습니다. 모델 파일은 이 컴퓨터에서 실행될 프로그램이니, 바꾼 사람을 신뢰할 때만 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::ModelTrial</name>
    <message>
        <source>This frame&apos;s picture cannot be decoded. Choose another frame.</source>
        <translation>이 프레임의 영상을 풀 수 없습니다. 다른 프레임을 고르십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::MotionPage</name>
    <message>
        <source>the scale could not be checked</source>
        <translation>축척은 확인하지 못했습니다</translation>
    </message>
    <message>
        <source>a pixel shows %1 ± %2 times the metres that the telemetry says</source>
        <translation>화소 하나가 텔레메트리가 말하는 거리의 %1 ± %2배를 보여 줍니다</translation>
    </message>
    <message>
        <source>%1, as with a sensor width of %2 mm instead of %3 mm</source>
        <translation>%1(센서 너비가 %3mm가 아니라 %2mm일 때와 같음)</translation>
    </message>
    <message>
        <source>the heading could not be checked</source>
        <translation>기수 방위는 확인하지 못했습니다</translation>
    </message>
    <message>
        <source>turned %1° ± %2° clockwise against the telemetry</source>
        <translation>텔레메트리보다 시계 방향으로 %1° ± %2° 돌아가 있습니다</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>%1 at %2 mm</source>
        <translation>%1, %2mm</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2; %3 (%n pair(s) of frames).</source>
        <translation>
            <numerusform>%1: %2. %3(프레임 %n쌍).</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is wrong.</source>
        <translation>무언가 틀렸습니다.</translation>
    </message>
    <message>
        <source>Nothing disagrees.</source>
        <translation>어긋나는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Set What Mends It</source>
        <translation>바로잡는 값으로 설정</translation>
    </message>
    <message>
        <source>Scale and heading by the pictures</source>
        <translation>그림으로 본 축척과 기수 방위</translation>
    </message>
    <message>
        <source>Between two frames the aircraft moved a known way, and the ground moved through the picture by so many pixels: that gives scale and heading. Errors are standard errors.</source>
        <translation>두 프레임 사이에 항공기가 간 거리는 알려져 있고 지면은 그림에서 몇 화소만큼 움직였습니다. 여기서 축척과 기수 방위를 얻습니다. 오차는 표준 오차입니다.</translation>
    </message>
    <message>
        <source>Set the sensor&apos;s width, the focal scale or the boresight&apos;s roll so that the ground stands still; the flight is placed again</source>
        <translation>지면이 제자리에 있도록 센서 너비, 초점 배율 또는 카메라의 롤을 설정합니다. 비행의 위치를 다시 정합니다</translation>
    </message>
    <message>
        <source>Could not be checked: in too few pairs of frames anything on the ground held still.</source>
        <translation>확인하지 못했습니다. 지면에서 가만히 있는 것이 보인 프레임 쌍이 너무 적습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::Opening</name>
    <message>
        <source>The results in &quot;%1&quot; cannot be shown on a map. %2</source>
        <translation>&quot;%1&quot;의 결과를 지도에 표시할 수 없습니다. %2</translation>
    </message>
    <message>
        <source>The recording is not at hand, so its pictures are not shown. %1</source>
        <translation>녹화 원본이 없어 영상을 표시하지 못합니다. %1</translation>
    </message>
    <message>
        <source>These results were brought to the format of this version; as they were they were kept in %1.</source>
        <translation>결과를 이 버전의 형식으로 바꾸었습니다. 원래 파일은 %1에 보관했습니다.</translation>
    </message>
    <message>
        <source>These results are open in another window, of %1 on %2 (process %3) since %4. Here they can be looked at, not changed: close them there, then open them again.</source>
        <translation>이 결과는 %4부터 다른 창에 열려 있습니다(사용자 %1, 컴퓨터 %2, 프로세스 %3). 여기서는 볼 수만 있고 고칠 수 없습니다. 그쪽에서 닫은 다음 다시 여세요.</translation>
    </message>
</context>
<context>
    <name>sheen::Output</name>
    <message>
        <source>No frame lies on the map EPSG:%1: there is no mosaic.</source>
        <translation>EPSG:%1 지도에 놓인 프레임이 없어 모자이크가 없습니다.</translation>
    </message>
    <message>
        <source>The flight is long: the mosaic&apos;s pixels are %1 m instead of %2 m. Masks and frames are written in full.</source>
        <translation>비행이 길어 모자이크의 픽셀은 %2 m 대신 %1 m입니다. 마스크와 프레임은 원래 해상도로 기록합니다.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made. Choose one that can be written to.</source>
        <translation>폴더 &quot;%1&quot;을(를) 만들 수 없습니다. 쓸 수 있는 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder &quot;%1&quot; (%2). Choose another one, or change its rights.</source>
        <translation>폴더 &quot;%1&quot;에 쓸 수 없습니다(%2). 다른 폴더를 고르거나 권한을 바꾸십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written (%2). Is it open in another program?</source>
        <translation>&quot;%1&quot;을(를) 기록할 수 없습니다(%2). 다른 프로그램에서 열려 있습니까?</translation>
    </message>
    <message>
        <source>No frame could be placed on the map: there are no masks, frames or mosaic.</source>
        <translation>지도에 배치된 프레임이 없어 마스크, 프레임, 모자이크가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of an earlier run are still in &quot;%1&quot;.</source>
        <translation>
            <numerusform>이전 실행의 파일 %n개가 아직 &quot;%1&quot;에 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording is not at hand: the pictures themselves (frames, mosaic.tif) were not written.</source>
        <translation>녹화 원본이 없어 영상(frames, mosaic.tif)은 기록하지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s) could not be read again from &quot;%1&quot; and are missing in the pictures.</source>
        <translation>
            <numerusform>프레임 %n개를 &quot;%1&quot;에서 다시 읽지 못해 영상에서 빠졌습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no product. Known products: %2.</source>
        <translation>&quot;%1&quot;은(는) 산출물이 아닙니다. 가능한 산출물: %2.</translation>
    </message>
    <message>
        <source>No product is named. Known products: %1.</source>
        <translation>산출물을 지정하지 않았습니다. 가능한 산출물: %1.</translation>
    </message>
    <message>
        <source>this GDAL has no COG driver</source>
        <translation>이 GDAL에는 COG 드라이버가 없습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written (%2). Make room on the disk or choose another folder; earlier files are kept.</source>
        <translation>&quot;%1&quot;을(를) 기록하지 못했습니다(%2). 디스크 공간을 확보하거나 다른 폴더를 고르십시오. 이전 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>it was cut off</source>
        <translation>잘렸습니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: this GDAL has no %2 driver.</source>
        <translation>&quot;%1&quot;을(를) 기록할 수 없습니다. 이 GDAL에는 %2 드라이버가 없습니다.</translation>
    </message>
    <message>
        <source>volume not known</source>
        <translation>부피를 알 수 없음</translation>
    </message>
    <message>
        <source>more than %1 m3</source>
        <translation>%1 m3 초과</translation>
    </message>
    <message>
        <source>%1 to %2 m3</source>
        <translation>%1~%2 m3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no order of a mosaic. Use sharpest or newest.</source>
        <translation>&quot;%1&quot;은(는) 모자이크 순서가 아닙니다. sharpest 또는 newest를 쓰십시오.</translation>
    </message>
    <message>
        <source>Slick %1</source>
        <translation>유막 %1</translation>
    </message>
    <message>
        <source>%1 m x %2 m, %3 m2 oiled, %4, %5</source>
        <translation>%1 m x %2 m, 기름 %3 m2, %4, %5</translation>
    </message>
    <message>
        <source>%1, %2 m2, %3</source>
        <translation>%1, %2 m2, %3</translation>
    </message>
    <message>
        <source>There is no QGIS project, for there are no layers: it shows the workspace and the mosaics of the same folder.</source>
        <translation>레이어가 없어 QGIS 프로젝트를 만들지 않았습니다: 프로젝트는 같은 폴더의 작업 파일과 모자이크를 보여 줍니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written (%2). Make room on the disk or choose another folder.</source>
        <translation>&quot;%1&quot;을(를) 쓸 수 없습니다(%2). 디스크에 자리를 만들거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The recording is not at hand: it was not written again with its telemetry as KLV.</source>
        <translation>녹화가 없어 텔레메트리를 KLV로 넣은 영상을 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no recording with KLV: no frame has a place that could be written.</source>
        <translation>KLV가 든 녹화를 만들지 않았습니다. 위치가 있는 프레임이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) of KLV have no time stamp: the time of day of their frames is not known.</source>
        <translation>
            <numerusform>KLV %n개에는 시각이 없습니다. 해당 프레임의 시각을 알 수 없기 때문입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소되었습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::OutputFolder</name>
    <message>
        <source>The output folder &quot;%1&quot; cannot be used: it is a file. Choose another with --out.</source>
        <translation>출력 폴더 &quot;%1&quot;은(는) 파일이라 쓸 수 없습니다. --out으로 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The output folder &quot;%1&quot; cannot be made. Choose another with --out.</source>
        <translation>출력 폴더 &quot;%1&quot;을(를) 만들 수 없습니다. --out으로 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The output folder &quot;%1&quot; cannot be written to (%2). Choose another with --out.</source>
        <translation>출력 폴더 &quot;%1&quot;에 쓸 수 없습니다(%2). --out으로 다른 폴더를 고르십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::OverlayProbe</name>
    <message>
        <source>Frame %1 cannot be shown: its picture could not be decoded.</source>
        <translation>프레임 %1을(를) 보일 수 없습니다. 영상을 복호화하지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::OwnLayers</name>
    <message>
        <source>Own layers</source>
        <translation>내 레이어</translation>
    </message>
</context>
<context>
    <name>sheen::PartsFlight</name>
    <message>
        <source>The video &quot;%1&quot; does not say how long it is, so the parts of the recording cannot be put together. Open them one after another.</source>
        <translation>동영상 &quot;%1&quot;에 길이가 적혀 있지 않아 녹화의 부분들을 이을 수 없습니다. 하나씩 차례로 여십시오.</translation>
    </message>
    <message>
        <source>The videos in &quot;%1&quot; are named like parts of one recording, but were recorded at different times. Open them one after another.</source>
        <translation>&quot;%1&quot;의 동영상들은 한 녹화의 부분처럼 이름이 붙었지만 녹화된 때가 서로 다릅니다. 하나씩 차례로 여십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::PersonPage</name>
    <message>
        <source>Person</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Stands at each decision and edit from now on: in the history, and in the report as the analyst. Left blank, it is the name that the system knows.</source>
        <translation>지금부터 모든 판정과 편집에 기록됩니다. 이력에, 그리고 보고서에는 분석자로 표시됩니다. 비워 두면 시스템의 사용자 이름을 씁니다.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>기관</translation>
    </message>
    <message>
        <source>Is proposed among the facts of a flight, which report and messages repeat.</source>
        <translation>보고서와 전문에 들어가는 비행의 사실에 제안됩니다.</translation>
    </message>
</context>
<context>
    <name>sheen::PlaceViews</name>
    <message>
        <source>Frame %1, %2
%3 m a pixel
%4° below the horizon</source>
        <translation>프레임 %1, %2
픽셀당 %3 m
수평선 아래 %4°</translation>
    </message>
    <message>
        <source>Click a place on the map with the tool Frames of a Place.</source>
        <translation>&quot;장소의 프레임&quot; 도구로 지도의 한 곳을 클릭하세요.</translation>
    </message>
    <message>
        <source>%1: no frame shows it.</source>
        <translation>%1: 이곳을 보이는 프레임이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n frame(s) show it, the best first.</source>
        <translation>
            <numerusform>%1: 프레임 %n개가 이곳을 보입니다. 가장 좋은 것부터입니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheen::PlacingTask</name>
    <message>
        <source>The flight could not be placed again: %1. It stays as it was.</source>
        <translation>비행을 다시 배치할 수 없었습니다: %1. 이전 상태 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>sheen::PlaybackBar</name>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>재생(&amp;P)</translation>
    </message>
    <message>
        <source>Play the frames one after another, or pause</source>
        <translation>프레임을 차례로 재생하거나 멈춥니다</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>반복(&amp;L)</translation>
    </message>
    <message>
        <source>Play the range that is set, or all, over and over</source>
        <translation>설정한 구간 또는 전체를 반복 재생합니다</translation>
    </message>
    <message>
        <source>Range &amp;from Here</source>
        <translation>여기부터 구간(&amp;F)</translation>
    </message>
    <message>
        <source>Set where the range of the timeline begins</source>
        <translation>시간 막대의 구간 시작을 설정합니다</translation>
    </message>
    <message>
        <source>Range &amp;to Here</source>
        <translation>여기까지 구간(&amp;T)</translation>
    </message>
    <message>
        <source>Set where the range of the timeline ends</source>
        <translation>시간 막대의 구간 끝을 설정합니다</translation>
    </message>
    <message>
        <source>No &amp;Range</source>
        <translation>구간 해제(&amp;R)</translation>
    </message>
    <message>
        <source>Take the range of the timeline away</source>
        <translation>시간 막대의 구간을 해제합니다</translation>
    </message>
    <message>
        <source>Add &amp;Bookmark…</source>
        <translation>책갈피 추가(&amp;B)…</translation>
    </message>
    <message>
        <source>Note something of the moment, or of the range that is set</source>
        <translation>현재 순간이나 설정한 구간에 메모를 남깁니다</translation>
    </message>
    <message>
        <source>How much faster than the recording</source>
        <translation>녹화 대비 재생 속도</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>책갈피</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>Show small pictures along the timeline; they fill in while you work</source>
        <translation>시간 막대를 따라 작은 영상을 표시합니다. 작업하는 동안 채워집니다</translation>
    </message>
    <message>
        <source>Add a Bookmark</source>
        <translation>책갈피 추가</translation>
    </message>
    <message>
        <source>Note at %1:</source>
        <translation>%1의 메모:</translation>
    </message>
    <message>
        <source>Note on %1 to %2:</source>
        <translation>%1부터 %2까지의 메모:</translation>
    </message>
</context>
<context>
    <name>sheen::Polrep</name>
    <message>
        <source>FROM</source>
        <translation>발신</translation>
    </message>
    <message>
        <source>TO</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>DATE-TIME GROUP</source>
        <translation>일시군</translation>
    </message>
    <message>
        <source>IDENTIFICATION</source>
        <translation>식별 부호</translation>
    </message>
    <message>
        <source>SERIAL NUMBER</source>
        <translation>일련 번호</translation>
    </message>
    <message>
        <source>[to be filled in]</source>
        <translation>[기입 필요]</translation>
    </message>
    <message>
        <source>no slick was accepted as a finding</source>
        <translation>확인으로 승인한 유막 없음</translation>
    </message>
    <message>
        <source>slicks seen from the air: %1</source>
        <translation>항공에서 본 유막: %1개</translation>
    </message>
    <message>
        <source>(without the oil that has no appearance code)</source>
        <translation>(외관 코드가 없는 기름 제외)</translation>
    </message>
    <message>
        <source>and %1 smaller ones, see the report</source>
        <translation>그 밖에 더 작은 것 %1개, 보고서 참조</translation>
    </message>
    <message>
        <source>%1; overall %2, coverage %3, oiled %4; orientation %5°; %6; %7; %8</source>
        <translation>%1; 전체 면적 %2, 피복률 %3, 기름 면적 %4; 방향 %5°; %6; %7; %8</translation>
    </message>
    <message>
        <source>recording of the camera: %1</source>
        <translation>카메라 녹화: %1</translation>
    </message>
    <message>
        <source>DATE AND TIME</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>POSITION</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>INCIDENT</source>
        <translation>사고</translation>
    </message>
    <message>
        <source>OUTFLOW</source>
        <translation>유출량</translation>
    </message>
    <message>
        <source>ACKNOWLEDGE</source>
        <translation>수신 확인</translation>
    </message>
    <message>
        <source>POSITION AND EXTENT OF THE POLLUTION</source>
        <translation>오염 위치와 범위</translation>
    </message>
    <message>
        <source>CHARACTERISTICS OF THE POLLUTION</source>
        <translation>오염 특성</translation>
    </message>
    <message>
        <source>SOURCE AND CAUSE OF THE POLLUTION</source>
        <translation>오염원과 원인</translation>
    </message>
    <message>
        <source>WIND DIRECTION AND SPEED</source>
        <translation>풍향과 풍속</translation>
    </message>
    <message>
        <source>CURRENT OR TIDE</source>
        <translation>해류 또는 조석</translation>
    </message>
    <message>
        <source>SEA STATE AND VISIBILITY</source>
        <translation>해상 상태와 시정</translation>
    </message>
    <message>
        <source>DRIFT OF THE POLLUTION</source>
        <translation>오염의 표류</translation>
    </message>
    <message>
        <source>FORECAST</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>OBSERVER AND SHIPS ON SCENE</source>
        <translation>관측자와 현장 선박</translation>
    </message>
    <message>
        <source>ACTION TAKEN</source>
        <translation>조치 사항</translation>
    </message>
    <message>
        <source>PHOTOGRAPHS OR SAMPLES</source>
        <translation>사진 또는 시료</translation>
    </message>
    <message>
        <source>STATES AND ORGANISATIONS INFORMED</source>
        <translation>통보한 국가와 기관</translation>
    </message>
    <message>
        <source>REQUEST FOR ASSISTANCE</source>
        <translation>지원 요청</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>PRE-ARRANGEMENTS FOR THE DELIVERY OF ASSISTANCE</source>
        <translation>지원 인도를 위한 사전 조치</translation>
    </message>
    <message>
        <source>TO WHERE AND HOW ASSISTANCE IS TO BE RENDERED</source>
        <translation>지원 장소와 방법</translation>
    </message>
    <message>
        <source>OTHER STATES ASKED</source>
        <translation>지원을 요청한 다른 국가</translation>
    </message>
    <message>
        <source>CHANGE OF COMMAND</source>
        <translation>지휘권 변경</translation>
    </message>
    <message>
        <source>EXCHANGE OF INFORMATION</source>
        <translation>정보 교환</translation>
    </message>
    <message>
        <source>NAMES</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>EQUIPMENT</source>
        <translation>장비</translation>
    </message>
    <message>
        <source>ARRIVAL</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>PLACE OF EMBARKATION</source>
        <translation>승선 장소</translation>
    </message>
    <message>
        <source>PLACE OF DISEMBARKATION</source>
        <translation>하선 장소</translation>
    </message>
    <message>
        <source>PART II (POLINF)</source>
        <translation>제2부 (POLINF)</translation>
    </message>
    <message>
        <source>PART III (POLFAC)</source>
        <translation>제3부 (POLFAC)</translation>
    </message>
    <message>
        <source>PART I (POLWARN)</source>
        <translation>제1부 (POLWARN)</translation>
    </message>
</context>
<context>
    <name>sheen::ProgressReport</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 of %2 frames</source>
        <translation>프레임 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>프레임 %1개</translation>
    </message>
    <message>
        <source>, %1 a second</source>
        <translation>, 초당 %1개</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, %1 남음</translation>
    </message>
    <message>
        <source>writing %1: %2 %</source>
        <translation>%1 기록 중: %2 %</translation>
    </message>
</context>
<context>
    <name>sheen::Report</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>Oil on the sea: %1</source>
        <translation>해상의 기름: %1</translation>
    </message>
    <message>
        <source>Sheen %1 · %2</source>
        <translation>Sheen %1 · %2</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, 버전 %2</translation>
    </message>
    <message>
        <source>Run at</source>
        <translation>실행 시각</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>How volumes were computed</source>
        <translation>부피 계산 방법</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>외관</translation>
    </message>
    <message>
        <source>Thickness, µm</source>
        <translation>두께, µm</translation>
    </message>
    <message>
        <source>Litres per km²</source>
        <translation>km²당 리터</translation>
    </message>
    <message>
        <source>Area is the main source of error: 1 % of height is 2 % of area and of volume.</source>
        <translation>면적이 주된 오차 원인입니다. 고도 1 %는 면적과 부피의 2 %입니다.</translation>
    </message>
    <message>
        <source>Code 5 has no upper bound: its maximum is not known, and &quot;more than&quot; gives the minimum.</source>
        <translation>코드 5에는 상한이 없어 최댓값을 알 수 없으며, &quot;초과&quot;는 최솟값을 뜻합니다.</translation>
    </message>
    <message>
        <source>The minimum serves enforcement, the maximum response.</source>
        <translation>최솟값은 단속에, 최댓값은 방제에 쓰입니다.</translation>
    </message>
    <message>
        <source>%1 s into the recording</source>
        <translation>녹화 시작 후 %1초</translation>
    </message>
    <message>
        <source>The recording is not at hand, so its pictures cannot be shown.</source>
        <translation>녹화 원본이 없어 영상을 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>Slicks</source>
        <comment>how many</comment>
        <translation>유막 수</translation>
    </message>
    <message>
        <source>Slicks</source>
        <translation>유막 목록</translation>
    </message>
    <message>
        <source>Sea that was seen</source>
        <translation>관측한 해역</translation>
    </message>
    <message>
        <source>Track of the aircraft</source>
        <translation>항공기 항적</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>육지</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>기각</translation>
    </message>
    <message>
        <source>sea that was seen</source>
        <translation>관측한 해역</translation>
    </message>
    <message>
        <source>No frame of this flight could be placed on the map, so there is no map to show.</source>
        <translation>이 비행의 어떤 프레임도 지도에 배치하지 못해 지도가 없습니다.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%2쪽 중 %1쪽</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Minimum and maximum volume are the area of each appearance times the least and the greatest film thickness of its Bonn Agreement oil appearance code, added up:</source>
        <translation>최소 및 최대 부피는 외관별 면적에 본 협약 유막색조 코드의 최소 및 최대 두께를 곱하여 더한 값입니다:</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>No oil was found.</source>
        <translation>기름이 발견되지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Volumes are without the oil of %n slick(s) whose appearance code is not known.</source>
        <translation>
            <numerusform>외관 코드를 모르는 유막 %n개의 기름은 부피에 들어 있지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mosaic of the frames</source>
        <translation>프레임 모자이크</translation>
    </message>
    <message>
        <source>Mosaic of the masks</source>
        <translation>마스크 모자이크</translation>
    </message>
    <message>
        <source>Appearances</source>
        <translation>외관</translation>
    </message>
    <message>
        <source>The QGIS project &quot;%1&quot; could not be written. Make room on the disk or choose another folder.</source>
        <translation>QGIS 프로젝트 &quot;%1&quot;을(를) 쓸 수 없었습니다. 디스크에 자리를 마련하거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개관</translation>
    </message>
    <message>
        <source>Findings and the largest proposals bear their number; one that would lie over another is left out. Coast: Natural Earth, 1 : 10 million.</source>
        <translation>확인된 유막과 가장 큰 제안에는 번호가 있습니다. 다른 번호와 겹칠 번호는 뺐습니다. 해안: Natural Earth, 1 : 1,000만.</translation>
    </message>
    <message>
        <source>%1 of %2 slicks were looked at and decided by a person. Only what was accepted is a finding; what is not decided is a proposal of the program.</source>
        <translation>유막 %2개 가운데 %1개를 사람이 보고 판정했습니다. 승인한 것만 확인이며, 판정하지 않은 것은 프로그램의 제안입니다.</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>Report on an aerial observation, made from the recording of the aircraft&apos;s camera.</source>
        <translation>항공기 카메라의 녹화로 만든 항공 관측 보고서.</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>분석자</translation>
    </message>
    <message>
        <source>Observed, UTC</source>
        <translation>관측, UTC</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>현지 시각</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Nearest land</source>
        <translation>가장 가까운 육지</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>센서</translation>
    </message>
    <message>
        <source>Height above the sea</source>
        <translation>해면 위 높이</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>확인 사항</translation>
    </message>
    <message>
        <source>The run was broken off: slicks were not made, finish it first.</source>
        <translation>실행이 중단되었습니다: 유막을 만들지 않았으니 먼저 실행을 마치십시오.</translation>
    </message>
    <message>
        <source>The run was stopped before the end of the recording.</source>
        <translation>녹화의 끝 전에 실행을 멈추었습니다.</translation>
    </message>
    <message>
        <source>Conditions, source and action, as entered by a person</source>
        <translation>사람이 입력한 기상과 해상, 오염원, 조치</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>녹화</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>not computed: the recording is not at hand</source>
        <translation>계산하지 않음: 녹화가 없음</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>%1; the SHA-256 is of the lines &quot;SHA-256  name&quot; of all of them</source>
        <translation>%1개; SHA-256은 모든 파일의 &quot;SHA-256  이름&quot; 줄에 대한 것</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>만든 프로그램</translation>
    </message>
    <message>
        <source>Sheen %1</source>
        <translation>Sheen %1</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> 외 %1개</translation>
    </message>
    <message>
        <source>Nothing was edited or decided after the run.</source>
        <translation>실행 뒤에 편집하거나 판정한 것이 없습니다.</translation>
    </message>
    <message>
        <source>The history of edits is not at hand.</source>
        <translation>편집 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>조치</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>관측자</translation>
    </message>
    <message>
        <source>Place, date, name, signature</source>
        <translation>장소, 날짜, 이름, 서명</translation>
    </message>
    <message>
        <source>History of edits</source>
        <translation>편집 기록</translation>
    </message>
    <message>
        <source>%1, continued</source>
        <translation>%1, 계속</translation>
    </message>
    <message>
        <source>%1 to %2 m</source>
        <translation>%1~%2 m</translation>
    </message>
    <message>
        <source>%1 frames of the recording were looked at, %2 of them have a place on the sea.</source>
        <translation>녹화의 프레임 %1개를 보았고, 그 가운데 %2개는 바다 위 위치가 있습니다.</translation>
    </message>
    <message>
        <source>%1 frames could not be decoded: nothing was seen in them.</source>
        <translation>프레임 %1개는 디코딩할 수 없었습니다: 그 안에서는 아무것도 보지 못했습니다.</translation>
    </message>
    <message>
        <source>In %1 frames the model failed: nothing was looked for in them.</source>
        <translation>프레임 %1개에서 모델이 실패했습니다: 그 안에서는 아무것도 찾지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 frames have no telemetry that gives them a place: what they show is not on the map.</source>
        <translation>프레임 %1개는 위치를 주는 텔레메트리가 없습니다: 보이는 것이 지도에 없습니다.</translation>
    </message>
    <message>
        <source>%1 frames show no sea: they look above the horizon.</source>
        <translation>프레임 %1개에는 바다가 없습니다: 수평선 위를 봅니다.</translation>
    </message>
    <message>
        <source>Sea outside of the pictures was not observed; the overview map shows what was.</source>
        <translation>영상 밖의 바다는 관측하지 않았습니다. 개관 지도에 관측한 바다가 있습니다.</translation>
    </message>
    <message>
        <source>Sun glint, cloud and haze hide oil; the program does not measure them.</source>
        <translation>햇빛 반사, 구름, 연무는 기름을 가립니다. 프로그램은 이를 재지 않습니다.</translation>
    </message>
    <message>
        <source>A pixel in the middle of a picture shows %1 of sea. What is smaller was not seen, and gaps smaller than a pixel count as oil.</source>
        <translation>영상 가운데의 화소 하나는 바다 %1을(를) 보여 줍니다. 더 작은 것은 보이지 않았고, 화소보다 작은 틈은 기름으로 칩니다.</translation>
    </message>
    <message>
        <source>Not observed, as entered by a person: %1</source>
        <translation>관측하지 못한 것(사람의 입력): %1</translation>
    </message>
    <message>
        <source>Look-alikes considered, as entered by a person: %1</source>
        <translation>검토한 유사 현상(사람의 입력): %1</translation>
    </message>
    <message>
        <source>%1 frames, %2 %</source>
        <translation>프레임 %1개, %2 %</translation>
    </message>
    <message>
        <source>Read from the picture</source>
        <translation>영상에서 읽음</translation>
    </message>
    <message>
        <source>From data in the recording or a table</source>
        <translation>녹화의 자료 또는 표</translation>
    </message>
    <message>
        <source>Interpolated from other frames</source>
        <translation>다른 프레임에서 보간</translation>
    </message>
    <message>
        <source>Read, impossible and replaced</source>
        <translation>읽었으나 불가능하여 바꿈</translation>
    </message>
    <message>
        <source>Set by the analyst</source>
        <translation>분석자가 정함</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Telemetry: where the camera&apos;s position and direction come from</source>
        <translation>텔레메트리: 카메라의 위치와 방향의 출처</translation>
    </message>
    <message>
        <source>Error of a frame&apos;s place, 95 %: half of the frames below %1, all below %2. Each slick&apos;s own error stands on its page.</source>
        <translation>프레임 위치의 오차(95 %): 절반은 %1 아래, 모두 %2 아래. 유막마다의 오차는 그 쪽에 있습니다.</translation>
    </message>
    <message>
        <source>%1 values of the telemetry were corrected by hand.</source>
        <translation>텔레메트리 값 %1개를 손으로 고쳤습니다.</translation>
    </message>
    <message>
        <source>%1 slicks were drawn by hand.</source>
        <translation>유막 %1개를 손으로 그렸습니다.</translation>
    </message>
    <message>
        <source>The outlines of %1 slicks were edited by hand.</source>
        <translation>유막 %1개의 윤곽선을 손으로 편집했습니다.</translation>
    </message>
    <message>
        <source>The form of %1 slicks was set by hand.</source>
        <translation>유막 %1개의 형태를 손으로 정했습니다.</translation>
    </message>
    <message>
        <source>Class or appearance code was set by hand %1 times.</source>
        <translation>분류 또는 외관 코드를 손으로 %1번 정했습니다.</translation>
    </message>
    <message>
        <source>The track of the aircraft was computed anew with other settings %1 times.</source>
        <translation>항공기의 항적을 다른 설정으로 %1번 새로 계산했습니다.</translation>
    </message>
    <message>
        <source>Nothing was set by hand but the decisions.</source>
        <translation>판정 말고는 손으로 정한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>손으로 정한 것</translation>
    </message>
    <message>
        <source>SHA-256 of its file</source>
        <translation>파일의 SHA-256</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>하는 일</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>학습 자료</translation>
    </message>
    <message>
        <source>Never tested on, known weaknesses</source>
        <translation>시험하지 않은 것, 알려진 약점</translation>
    </message>
    <message>
        <source>The codes describe what an eye sees in daylight. Infrared gives no code, nor has emulsion one; oil without a code has no volume.</source>
        <translation>코드는 낮에 눈에 보이는 것을 나타냅니다. 적외선은 코드를 주지 않고 에멀션에도 코드가 없습니다. 코드가 없는 기름에는 부피가 없습니다.</translation>
    </message>
    <message>
        <source>Coverage is the oiled share of the overall area; the shares of the codes add up to 100 % of the oiled area.</source>
        <translation>피복률은 전체 면적 가운데 기름의 비율입니다. 코드별 비율의 합은 기름 면적의 100 %입니다.</translation>
    </message>
    <message>
        <source>Confidence is what the model gives for its class; it is no probability that there is oil.</source>
        <translation>신뢰도는 모델이 자신의 분류에 주는 값이며, 기름이 있을 확률이 아닙니다.</translation>
    </message>
    <message>
        <source>A slick is merged from many frames. Oil that drifted between two passes may count twice; a slick that no frame shows whole is put together from parts.</source>
        <translation>유막은 여러 프레임에서 합친 것입니다. 두 번의 통과 사이에 흘러간 기름은 두 번 셀 수 있습니다. 어느 프레임에도 전체가 보이지 않는 유막은 부분을 이은 것입니다.</translation>
    </message>
    <message>
        <source>Codes that the model proposes are proposals like the slicks; the decision of the person who accepted a slick holds for them, too.</source>
        <translation>모델이 제안하는 코드는 유막과 마찬가지로 제안입니다. 유막을 승인한 사람의 판정은 코드에도 미칩니다.</translation>
    </message>
    <message>
        <source>What was not observed</source>
        <translation>관측하지 못한 것</translation>
    </message>
    <message>
        <source>What the numbers rest on</source>
        <translation>수치의 근거</translation>
    </message>
    <message>
        <source>Notices of the run</source>
        <translation>실행의 알림</translation>
    </message>
    <message>
        <source>The model and its limits</source>
        <translation>모델과 그 한계</translation>
    </message>
    <message>
        <source>Finding: accepted by %1, %2</source>
        <translation>확인: %1 승인, %2</translation>
    </message>
    <message>
        <source>No frame shows this slick: it was drawn by the analyst.</source>
        <translation>이 유막이 보이는 프레임은 없습니다: 분석자가 그렸습니다.</translation>
    </message>
    <message>
        <source>Frame %1 could not be read again.</source>
        <translation>프레임 %1을(를) 다시 읽을 수 없었습니다.</translation>
    </message>
    <message>
        <source>Frame %1 as it was recorded
%2</source>
        <translation>녹화된 그대로의 프레임 %1
%2</translation>
    </message>
    <message>
        <source>The same frame, outlined by appearance; scale at the middle of the picture</source>
        <translation>같은 프레임, 외관별 윤곽선; 축척은 영상 가운데의 것</translation>
    </message>
    <message>
        <source>Sensor %1</source>
        <translation>센서 %1</translation>
    </message>
    <message>
        <source>%1 ± %2 (95 %)</source>
        <translation>%1 ± %2 (95 %)</translation>
    </message>
    <message>
        <source>Length × width</source>
        <translation>길이 × 폭</translation>
    </message>
    <message>
        <source>Overall area</source>
        <translation>전체 면적</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>피복률</translation>
    </message>
    <message>
        <source>Oiled area</source>
        <translation>기름 면적</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>%1° true</source>
        <translation>진방위 %1°</translation>
    </message>
    <message>
        <source>Minimum volume (law)</source>
        <translation>최소 부피 (법 집행)</translation>
    </message>
    <message>
        <source>Maximum volume (response)</source>
        <translation>최대 부피 (방제)</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>보인 시각</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>판단</translation>
    </message>
    <message>
        <source>Came about</source>
        <translation>생긴 경위</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Not seen by any frame</source>
        <translation>어느 프레임에도 보이지 않음</translation>
    </message>
    <message>
        <source>Some of the oil is of code 5, which has no upper bound: its maximum is not known.</source>
        <translation>기름 일부가 상한이 없는 코드 5입니다: 최대 부피를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Some of the oil has no appearance code: the volumes are without it.</source>
        <translation>기름 일부에 외관 코드가 없습니다: 부피는 이를 뺀 것입니다.</translation>
    </message>
    <message>
        <source>Some of the oil has no appearance code, and some is of code 5, which has no upper bound: the minimum is without the former, the maximum is not known.</source>
        <translation>기름 일부에는 외관 코드가 없고 일부는 상한이 없는 코드 5입니다: 최소 부피는 앞의 것을 뺀 것이고 최대 부피는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>None of the oil has an appearance code: there is no volume.</source>
        <translation>외관 코드가 있는 기름이 없습니다: 부피가 없습니다.</translation>
    </message>
    <message>
        <source>none within 300 km on the map at hand</source>
        <translation>가진 지도에서 300 km 안에 없음</translation>
    </message>
    <message>
        <source>within %1, as the map at hand has its coast</source>
        <translation>가진 지도의 해안으로는 %1 안</translation>
    </message>
    <message>
        <source>%1 from %2, bearing %3°</source>
        <translation>%2에서 %1, 방위 %3°</translation>
    </message>
    <message>
        <source>Slick %1</source>
        <translation>유막 %1</translation>
    </message>
    <message>
        <source>Class of the model</source>
        <translation>모델의 분류</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>면적</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Volume, minimum to maximum</source>
        <translation>부피, 최소~최대</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>부피</translation>
    </message>
    <message numerus="yes">
        <source>Of the accepted, %n slick(s) are taken for something else than oil; their pages say for what. They are in the sums above.</source>
        <translation>
            <numerusform>승인한 것 가운데 유막 %n개는 기름이 아닌 것으로 판단했습니다. 무엇인지는 그 쪽에 있으며, 위 합계에 들어 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The minimum volume serves the enforcement of the law, the maximum the response. Both follow from area and appearance code (Bonn Agreement).</source>
        <translation>최소 부피는 법 집행에, 최대 부피는 방제에 씁니다. 둘 다 면적과 외관 코드(유막색조법, 본 협정)에서 나옵니다.</translation>
    </message>
    <message>
        <source>Not decided: proposals of the program, no findings</source>
        <translation>미판정: 프로그램의 제안이며 확인이 아님</translation>
    </message>
    <message>
        <source>Rejected in review, no findings</source>
        <translation>검토에서 기각, 확인이 아님</translation>
    </message>
    <message>
        <source>Spread of the drift, rule of thumb</source>
        <translation>표류의 퍼짐, 경험칙</translation>
    </message>
    <message>
        <source>Ways of ships near the slicks, and drift back</source>
        <translation>유막 근처 선박의 항적과 거슬러 간 표류</translation>
    </message>
    <message>
        <source>way of a ship by AIS</source>
        <translation>AIS에 따른 선박의 항적</translation>
    </message>
    <message>
        <source>drift back, rule of thumb</source>
        <translation>거슬러 간 표류, 경험칙</translation>
    </message>
    <message>
        <source>Where ships were closest: candidates</source>
        <translation>선박이 가장 가까웠던 곳: 후보</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소되었습니다.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>within it</source>
        <translation>유막 안</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>%1 kn</source>
        <translation>%1 kn</translation>
    </message>
    <message>
        <source>No ship was within %1 of a slick in the six hours before it was seen.</source>
        <translation>유막이 보이기 전 6시간 동안 %1 안에 있던 선박이 없습니다.</translation>
    </message>
    <message>
        <source>Slick</source>
        <comment>column of ships</comment>
        <translation>유막</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>선박</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>of a ship</comment>
        <translation>선종</translation>
    </message>
    <message>
        <source>Course, speed</source>
        <translation>침로, 속력</translation>
    </message>
    <message>
        <source>Closest</source>
        <translation>최근접</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>With drift</source>
        <translation>표류 고려</translation>
    </message>
    <message>
        <source>3 % of the wind (%1)</source>
        <translation>바람(%1)의 3 %</translation>
    </message>
    <message>
        <source>all of the current (%1)</source>
        <translation>해류(%1) 전부</translation>
    </message>
    <message>
        <source>Drift by a rule of thumb, no forecast: %1. That is %2 an hour towards %3°, give or take %4 an hour. &quot;With drift&quot; is the distance to where the slick lay by this rule at that time.</source>
        <translation>경험칙에 따른 표류이며 예측이 아닙니다: %1. 즉 %3° 방향으로 시간당 %2이고, 오차는 시간당 %4입니다. ‘표류 고려’는 이 경험칙에 따라 그 시각에 유막이 있던 곳까지의 거리입니다.</translation>
    </message>
    <message>
        <source>Ships near the slicks: candidates, no culprits</source>
        <translation>유막 근처의 선박: 후보일 뿐 행위자가 아님</translation>
    </message>
    <message>
        <source>Ships that were within %1 of a slick in the six hours before it was first seen, by AIS, the nearest first, ten at most for a slick. That a ship was near does not say that it discharged anything: it may have passed before or beside, and the ship that did may have sent no AIS.</source>
        <translation>AIS에 따라 유막이 처음 보이기 전 6시간 동안 %1 안에 있던 선박이며, 가까운 순서로 유막마다 최대 열 척입니다. 가까이 있었다는 것이 무엇을 배출했다는 뜻은 아닙니다. 그 전에 또는 곁을 지나갔을 수 있고, 배출한 선박은 AIS를 보내지 않았을 수 있습니다.</translation>
    </message>
    <message>
        <source>Neither wind nor current was recorded in a form that can be computed with: distances are to where the slick lay when it was seen, not to where it came from.</source>
        <translation>바람도 해류도 계산할 수 있는 형태로 기록되지 않았습니다. 거리는 유막이 보였을 때의 위치까지이며, 흘러온 곳까지가 아닙니다.</translation>
    </message>
    <message numerus="yes">
        <source>Names, numbers, courses and speeds are what ships say of themselves; nothing of it was checked. Between two positions at most 30 minutes apart a ship is thought to have gone straight. %n ship(s) were in the area.</source>
        <translation>
            <numerusform>선명, 번호, 침로, 속력은 선박이 스스로 알린 것이며 확인하지 않았습니다. 간격이 30분 이하인 두 위치 사이에서는 똑바로 갔다고 봅니다. 해역에 선박 %n척이 있었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Report of Sheen</source>
        <translation>Sheen 보고서</translation>
    </message>
    <message>
        <source>The report template &quot;%1&quot; could not be written. Make room on the disk or choose another folder.</source>
        <translation>보고서 서식 &quot;%1&quot;을(를) 쓸 수 없습니다. 디스크 공간을 비우거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The report &quot;%1&quot; could not be written whole. Make room on the disk or choose another folder; an earlier report is kept.</source>
        <translation>보고서 &quot;%1&quot;을(를) 온전히 쓸 수 없습니다. 디스크 공간을 비우거나 다른 폴더를 고르십시오. 이전 보고서는 그대로 있습니다.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made.</source>
        <translation>폴더 &quot;%1&quot;을(를) 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Coast</source>
        <translation>해안선</translation>
    </message>
    <message>
        <source>Sea</source>
        <translation>바다</translation>
    </message>
    <message>
        <source>Right: ships near it in the six hours before, by AIS, with their ways, a triangle where each was closest: candidates, no culprits. Dashed: drift back, a rule of thumb.</source>
        <translation>오른쪽: AIS로 본, 관측 전 여섯 시간 동안 가까이 있던 선박과 그 항적. 삼각형은 가장 가까웠던 곳이며, 후보일 뿐 혐의 선박이 아닙니다. 점선: 거슬러 올라간 표류 경로(어림셈).</translation>
    </message>
    <message>
        <source>Ways of ships</source>
        <translation>선박의 항적</translation>
    </message>
    <message>
        <source>Ships</source>
        <translation>선박</translation>
    </message>
    <message>
        <source>Drift back</source>
        <translation>거슬러 올라간 표류</translation>
    </message>
    <message>
        <source>The report template &quot;%1&quot; cannot be used: %2</source>
        <translation>보고서 서식 &quot;%1&quot;을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>it is no layout of QGIS. Save one in its layout window as template (*.qpt).</source>
        <translation>QGIS 조판이 아닙니다. QGIS의 조판 창에서 서식(*.qpt)으로 저장하십시오.</translation>
    </message>
    <message>
        <source>it holds an HTML frame or a table. Sheen takes labels, pictures, maps, shapes and lines.</source>
        <translation>HTML 프레임이나 표가 들어 있습니다. Sheen은 라벨, 그림, 지도, 도형과 선을 받습니다.</translation>
    </message>
    <message>
        <source>it cannot be read. Check its name and that you may read it.</source>
        <translation>읽을 수 없습니다. 이름과 읽기 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>it is longer than 32 MiB.</source>
        <translation>32 MiB보다 깁니다.</translation>
    </message>
    <message>
        <source>it defines entities, which no layout of QGIS does.</source>
        <translation>엔티티를 정의하는데, QGIS 조판에는 그런 것이 없습니다.</translation>
    </message>
    <message>
        <source>it is no whole XML (line %1: %2).</source>
        <translation>온전한 XML이 아닙니다(%1행: %2).</translation>
    </message>
    <message>
        <source>one of its pages has no size that can be printed.</source>
        <translation>인쇄할 수 있는 크기가 아닌 쪽이 있습니다.</translation>
    </message>
    <message>
        <source>it has no page.</source>
        <translation>쪽이 없습니다.</translation>
    </message>
    <message>
        <source>it holds an item that Sheen does not take (&quot;%1&quot;). Labels, pictures, maps, shapes and lines are taken; maps come with scale, north and legend.</source>
        <translation>Sheen이 받지 않는 항목이 들어 있습니다(&quot;%1&quot;). 라벨, 그림, 지도, 도형과 선을 받으며, 축척과 북쪽, 범례는 지도에 딸려 나옵니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2. Sheen runs nothing of a template.</source>
        <translation>&quot;%1&quot;: %2. Sheen은 서식의 어떤 것도 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>an item without id</source>
        <translation>ID가 없는 항목</translation>
    </message>
    <message>
        <source>the label &quot;%1&quot; is HTML. Write plain text with fields.</source>
        <translation>라벨 &quot;%1&quot;이(가) HTML입니다. 필드를 넣은 일반 글로 쓰십시오.</translation>
    </message>
    <message>
        <source>the label &quot;%1&quot; holds an expression of QGIS. Sheen runs none: write fields like {organisation}.</source>
        <translation>라벨 &quot;%1&quot;에 QGIS 표현식이 들어 있습니다. Sheen은 표현식을 실행하지 않습니다. {organisation}처럼 필드로 쓰십시오.</translation>
    </message>
    <message>
        <source>the label &quot;%1&quot; names the field {%2}, which is not known. The manual (Report) lists the fields, like {organisation} and {slick_size}.</source>
        <translation>라벨 &quot;%1&quot;의 필드 {%2}은(는) 알려지지 않은 것입니다. {organisation}, {slick_size} 같은 필드는 설명서(보고서)에 있습니다.</translation>
    </message>
    <message>
        <source>a map has the id &quot;%1&quot;. Sheen fills the maps overview_map and slick_map.</source>
        <translation>ID가 &quot;%1&quot;인 지도가 있습니다. Sheen은 overview_map과 slick_map 지도를 채웁니다.</translation>
    </message>
    <message>
        <source>its picture &quot;%1&quot; (%2) is not there. Pictures are embedded, or lie in the folder of the template or below it.</source>
        <translation>그림 &quot;%1&quot;(%2)이(가) 없습니다. 그림은 서식에 내장되거나 서식의 폴더 또는 그 아래에 있어야 합니다.</translation>
    </message>
    <message>
        <source>its picture &quot;%1&quot; is no PNG or JPEG that can be read, or is larger than %2 pixels.</source>
        <translation>그림 &quot;%1&quot;은(는) 읽을 수 있는 PNG나 JPEG가 아니거나 %2픽셀보다 큽니다.</translation>
    </message>
    <message>
        <source>a page of a slick has no map with the id slick_map.</source>
        <translation>유막 쪽에 ID가 slick_map인 지도가 없습니다.</translation>
    </message>
    <message>
        <source>none of its pages has a map with the id overview_map.</source>
        <translation>ID가 overview_map인 지도가 어느 쪽에도 없습니다.</translation>
    </message>
    <message>
        <source>something in it is set by an expression</source>
        <translation>표현식으로 정해지는 값이 있습니다</translation>
    </message>
    <message>
        <source>it is drawn with a symbol layer of the kind %1</source>
        <translation>%1 종류의 심볼 레이어로 그려집니다</translation>
    </message>
</context>
<context>
    <name>sheen::ReportPreview</name>
    <message>
        <source>The report was not written.</source>
        <translation>보고서가 작성되지 않았습니다.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>The pages of the report</source>
        <translation>보고서의 쪽</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Enlarge the page; the wheel does so too</source>
        <translation>쪽을 확대합니다. 마우스 휠로도 됩니다</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>Show more of the page</source>
        <translation>쪽을 더 넓게 보입니다</translation>
    </message>
    <message>
        <source>&amp;Whole Page</source>
        <translation>쪽 전체(&amp;W)</translation>
    </message>
    <message>
        <source>Show all of the page</source>
        <translation>쪽 전체를 보입니다</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>중지(&amp;T)</translation>
    </message>
    <message>
        <source>Draw no more pages; those that are there stay</source>
        <translation>더 그리지 않습니다. 이미 그린 쪽은 남습니다</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>새로 고침(&amp;R)</translation>
    </message>
    <message>
        <source>Draw the pages again, from the review as it is now</source>
        <translation>지금의 검토 상태로 쪽을 다시 그립니다</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>PDF로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the report, from the review as it is now</source>
        <translation>지금의 검토 상태로 보고서를 씁니다</translation>
    </message>
    <message>
        <source>The pages are being laid out…</source>
        <translation>쪽을 꾸미는 중…</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>Page %1 of %2 is drawn.</source>
        <translation>%2쪽 가운데 %1쪽을 그렸습니다.</translation>
    </message>
    <message>
        <source>The report could not be started: %1.</source>
        <translation>보고서를 시작할 수 없습니다: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n page(s).</source>
        <translation>
            <numerusform>%n쪽까지 그리고 멈추었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report ended unexpectedly. Your review is safe.</source>
        <translation>보고서 작업이 뜻밖에 끝났습니다. 검토는 안전합니다.</translation>
    </message>
    <message>
        <source>Save the Report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The report is being written…</source>
        <translation>보고서를 쓰는 중…</translation>
    </message>
    <message>
        <source>Stopped; the report was not written.</source>
        <translation>멈추었습니다. 보고서는 작성되지 않았습니다.</translation>
    </message>
    <message>
        <source>The report is &quot;%1&quot;.</source>
        <translation>보고서: &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>sheen::ReshapeTool</name>
    <message>
        <source>Reshape slick</source>
        <translation>유막 윤곽 고치기</translation>
    </message>
    <message>
        <source>Draw the new course of the outline; begin and end across the old one. It takes from what lies below, with Ctrl it gives way (K turns that round).</source>
        <translation>새 윤곽선을 그리십시오. 기존 윤곽선을 가로질러 시작하고 끝내십시오. 아래에 있는 것을 덮어쓰며, Ctrl을 누르면 비켜 갑니다(K로 반대로 바꿉니다).</translation>
    </message>
    <message>
        <source>The line replaces no part of an outline: let it cross the outline twice.</source>
        <translation>선이 윤곽선의 어떤 부분도 바꾸지 않습니다. 윤곽선을 두 번 가로지르게 그리십시오.</translation>
    </message>
    <message>
        <source>The line crosses the outlines of several slicks: select the one to reshape first.</source>
        <translation>선이 여러 유막의 윤곽선을 가로지릅니다. 고칠 유막을 먼저 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::ResumeCommand</name>
    <message>
        <source>sheen resume needs one workspace (a sheen.gpkg).</source>
        <translation>sheen resume에는 작업 파일(sheen.gpkg) 하나가 필요합니다.</translation>
    </message>
    <message>
        <source>--threads needs a whole number from 1 on.</source>
        <translation>--threads에는 1 이상의 정수가 필요합니다.</translation>
    </message>
    <message>
        <source>Finishes a run that was broken off: what was done is kept, the rest is run in the same way.</source>
        <translation>중단된 실행을 마칩니다. 처리한 것은 그대로 두고 나머지를 같은 방식으로 실행합니다.</translation>
    </message>
    <message>
        <source>The sheen.gpkg of the run.</source>
        <translation>실행의 sheen.gpkg.</translation>
    </message>
    <message>
        <source>The recording, where it lies elsewhere than at the time of the run.</source>
        <translation>실행할 때와 다른 곳에 있는 경우의 녹화.</translation>
    </message>
    <message>
        <source>The model that the run was begun with, where its file lies elsewhere.</source>
        <translation>실행을 시작한 모델. 파일이 다른 곳에 있는 경우에 지정합니다.</translation>
    </message>
    <message>
        <source>What is written beside the workspace; those of the run unless given.</source>
        <translation>작업 파일 옆에 쓸 것. 지정하지 않으면 그 실행의 것.</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:n.</source>
        <translation>auto, cpu, cuda 또는 cuda:n.</translation>
    </message>
    <message>
        <source>Threads to use; as many as the machine has unless given.</source>
        <translation>쓸 스레드 수. 지정하지 않으면 컴퓨터의 전부.</translation>
    </message>
    <message>
        <source>Progress as one JSON object a line on stdout.</source>
        <translation>진행 상황을 표준 출력에 한 줄당 JSON 객체 하나로.</translation>
    </message>
    <message>
        <source>Nothing on stderr but errors.</source>
        <translation>표준 오류에는 오류만.</translation>
    </message>
    <message>
        <source>The run of &quot;%1&quot; is whole: there is nothing to finish.</source>
        <translation>&quot;%1&quot;의 실행은 이미 온전합니다. 마칠 것이 없습니다.</translation>
    </message>
    <message>
        <source>Training tiles are made of what was marked and decided after a run: write them with sheen export.</source>
        <translation>학습용 조각은 처리한 뒤에 표시하고 판정한 것으로 만듭니다. sheen export로 쓰십시오.</translation>
    </message>
    <message>
        <source>AIS of the ships around, as a table or !AIVDM sentences; may be given several times, kept in the workspace.</source>
        <translation>주변 선박의 AIS. 표 또는 !AIVDM 문장 파일이며, 여러 번 지정할 수 있고 작업 파일에 보관됩니다.</translation>
    </message>
    <message>
        <source>Pages of the report as you laid them out in QGIS (*.qpt), in place of Sheen&apos;s.</source>
        <translation>Sheen의 쪽 대신, QGIS에서 직접 꾸민 보고서 쪽(*.qpt).</translation>
    </message>
</context>
<context>
    <name>sheen::ReviewActions</name>
    <message>
        <source>&amp;Accept</source>
        <translation>승인(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>기각(&amp;R)</translation>
    </message>
    <message>
        <source>Code &amp;0: unknown</source>
        <translation>코드 &amp;0: 알 수 없음</translation>
    </message>
    <message>
        <source>Code &amp;%1: %2</source>
        <translation>코드 &amp;%1: %2</translation>
    </message>
    <message>
        <source>Appearance not known: no volume</source>
        <translation>외관을 알 수 없음: 부피 없음</translation>
    </message>
    <message>
        <source>Appearance code %1, %2</source>
        <translation>외관 코드 %1, %2</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>분류(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next slick</source>
        <translation>다음 유막(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next slick of the table</source>
        <translation>표의 다음 유막으로 이동</translation>
    </message>
    <message>
        <source>&amp;Previous slick</source>
        <translation>이전 유막(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the previous slick of the table</source>
        <translation>표의 이전 유막으로 이동</translation>
    </message>
    <message>
        <source>&amp;Zoom to slick</source>
        <translation>유막으로 확대(&amp;Z)</translation>
    </message>
    <message>
        <source>Show the selected slicks large on the map</source>
        <translation>선택한 유막을 지도에 크게 표시</translation>
    </message>
    <message>
        <source>Show best &amp;frame</source>
        <translation>가장 좋은 프레임 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Show the frame in which most of the selected slick is seen</source>
        <translation>선택한 유막이 가장 많이 보이는 프레임 표시</translation>
    </message>
    <message>
        <source>&amp;Select slicks</source>
        <translation>유막 선택(&amp;S)</translation>
    </message>
    <message>
        <source>Select slicks on the map by click or rectangle; Shift adds</source>
        <translation>클릭이나 사각형으로 유막 선택(Shift로 추가)</translation>
    </message>
    <message>
        <source>Edit &amp;vertices</source>
        <translation>꼭짓점 편집(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Draw slick</source>
        <translation>유막 그리기(&amp;D)</translation>
    </message>
    <message>
        <source>Draw a slick that the model missed</source>
        <translation>모델이 놓친 유막 그리기</translation>
    </message>
    <message>
        <source>Split slick (&amp;X)</source>
        <translation>유막 나누기(&amp;X)</translation>
    </message>
    <message>
        <source>Split a slick along a line</source>
        <translation>선을 따라 유막 나누기</translation>
    </message>
    <message>
        <source>Res&amp;hape slick</source>
        <translation>유막 윤곽 고치기(&amp;H)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>삭제(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>마지막 편집 되돌리기</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>다시 실행(&amp;D)</translation>
    </message>
    <message>
        <source>Make the edit that was taken back again</source>
        <translation>되돌린 편집 다시 적용</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>실행 취소(&amp;U): %1</translation>
    </message>
    <message>
        <source>Re&amp;do: %1</source>
        <translation>다시 실행(&amp;D): %1</translation>
    </message>
    <message>
        <source>There is no slick to go to.</source>
        <translation>이동할 유막이 없습니다.</translation>
    </message>
    <message>
        <source>Accept the selected slicks as findings</source>
        <translation>선택한 유막을 확인된 결과로 승인합니다</translation>
    </message>
    <message>
        <source>Reject the selected slicks; they are kept, and their sums stand apart</source>
        <translation>선택한 유막을 기각합니다. 보존되며 합계는 따로 표시됩니다</translation>
    </message>
    <message>
        <source>&amp;Undecided</source>
        <translation>미결정(&amp;U)</translation>
    </message>
    <message>
        <source>Take the decision on the selected slicks back</source>
        <translation>선택한 유막에 대한 결정을 되돌립니다</translation>
    </message>
    <message>
        <source>Give the selected area, or the selected slicks, a class of the model</source>
        <translation>선택한 구역 또는 유막에 모델의 클래스를 지정합니다</translation>
    </message>
    <message>
        <source>Move, add and delete vertices of the selected area</source>
        <translation>선택한 구역의 꼭짓점을 옮기고 더하고 지웁니다</translation>
    </message>
    <message>
        <source>Replace a part of an area&apos;s outline by a line</source>
        <translation>구역 윤곽의 일부를 선으로 바꿉니다</translation>
    </message>
    <message>
        <source>&amp;Join slicks</source>
        <translation>유막 합치기(&amp;J)</translation>
    </message>
    <message>
        <source>Make one slick of the selected ones, with the areas of all; the one selected first keeps its number</source>
        <translation>선택한 유막을 모든 구역과 함께 하나로 합칩니다. 먼저 선택한 것의 번호가 유지됩니다</translation>
    </message>
    <message>
        <source>Make the area a slick of its own (&amp;O)</source>
        <translation>구역을 별도 유막으로(&amp;O)</translation>
    </message>
    <message>
        <source>Takes the selected area out of its slick</source>
        <translation>선택한 구역을 유막에서 떼어 냅니다</translation>
    </message>
    <message>
        <source>Move the area &amp;to slick</source>
        <translation>구역을 다른 유막으로(&amp;T)</translation>
    </message>
    <message>
        <source>Gives the selected area to another slick</source>
        <translation>선택한 구역을 다른 유막에 넘깁니다</translation>
    </message>
    <message>
        <source>Delete the selected area or slicks, or the chosen vertex while vertices are edited</source>
        <translation>선택한 구역이나 유막을, 꼭짓점 편집 중에는 고른 꼭짓점을 지웁니다</translation>
    </message>
    <message>
        <source>Code %1 for the selected area of slick %2</source>
        <translation>유막 %2의 선택한 구역에 코드 %1</translation>
    </message>
    <message>
        <source>Code %1 for all of slick %2</source>
        <translation>유막 %2 전체에 코드 %1</translation>
    </message>
    <message>
        <source>Code %1 for all of %2 slicks</source>
        <translation>유막 %2개 전체에 코드 %1</translation>
    </message>
    <message>
        <source>Slick %1</source>
        <translation>유막 %1</translation>
    </message>
    <message>
        <source>&amp;Keep what lies below</source>
        <translation>아래에 있는 것을 그대로 두기(&amp;K)</translation>
    </message>
    <message>
        <source>What is drawn or reshaped gives way to the slicks below it instead of taking from them; Ctrl turns that round for one outline</source>
        <translation>그리거나 고친 윤곽선이 아래의 유막을 덮어쓰지 않고 비켜 갑니다. Ctrl을 누르면 그 윤곽선만 반대로 됩니다</translation>
    </message>
    <message>
        <source>What is drawn or reshaped gives way to what lies below; with Ctrl it takes.</source>
        <translation>그리거나 고친 윤곽선이 아래에 있는 것을 비켜 갑니다. Ctrl을 누르면 덮어씁니다.</translation>
    </message>
    <message>
        <source>What is drawn or reshaped takes from what lies below; with Ctrl it gives way.</source>
        <translation>그리거나 고친 윤곽선이 아래에 있는 것을 덮어씁니다. Ctrl을 누르면 비켜 갑니다.</translation>
    </message>
    <message>
        <source>What is selected has code %1 already: nothing was changed.</source>
        <translation>선택한 것은 이미 코드 %1입니다. 바뀐 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::ReviewBar</name>
    <message>
        <source>&amp;End Review</source>
        <translation>검토 끝내기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Start Review</source>
        <translation>검토 시작(&amp;S)</translation>
    </message>
    <message>
        <source>Every slick of this review was looked at.</source>
        <translation>이 검토의 모든 유막을 보았습니다.</translation>
    </message>
    <message>
        <source>Go through the slicks one after another, each shown in map and frame</source>
        <translation>유막을 하나씩 지도와 프레임에서 보며 검토합니다</translation>
    </message>
    <message>
        <source>Second &amp;Look</source>
        <translation>다시 보기(&amp;L)</translation>
    </message>
    <message>
        <source>Mark the slick to be looked at once more, or take the mark off</source>
        <translation>유막을 다시 볼 것으로 표시하거나 표시를 지웁니다</translation>
    </message>
    <message>
        <source>&amp;Taken for…</source>
        <translation>판단(&amp;T)…</translation>
    </message>
    <message>
        <source>Say what the slick is taken for</source>
        <translation>유막을 무엇으로 판단하는지 정합니다</translation>
    </message>
    <message>
        <source>&amp;Class…</source>
        <translation>분류(&amp;C)…</translation>
    </message>
    <message>
        <source>Give the slick or its selected area a class</source>
        <translation>유막이나 선택한 구역의 분류를 정합니다</translation>
    </message>
    <message>
        <source>Write &amp;Note</source>
        <translation>메모 쓰기(&amp;N)</translation>
    </message>
    <message>
        <source>Write a note on the slick; Enter keeps it</source>
        <translation>유막에 메모를 씁니다. Enter를 누르면 저장됩니다</translation>
    </message>
    <message>
        <source>Which slicks are gone through</source>
        <translation>어느 유막을 검토할지 정합니다</translation>
    </message>
    <message>
        <source>undecided ones</source>
        <translation>미결정</translation>
    </message>
    <message>
        <source>to be looked at again</source>
        <translation>다시 볼 것</translation>
    </message>
    <message>
        <source>accepted ones</source>
        <translation>승인한 것</translation>
    </message>
    <message>
        <source>rejected ones</source>
        <translation>기각한 것</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>검토 순서를 정합니다</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>큰 것부터</translation>
    </message>
    <message>
        <source>most oil first</source>
        <translation>기름이 많은 것부터</translation>
    </message>
    <message>
        <source>surest first</source>
        <translation>신뢰도가 높은 것부터</translation>
    </message>
    <message>
        <source>as seen</source>
        <translation>보인 순서대로</translation>
    </message>
    <message>
        <source>from north to south</source>
        <translation>북쪽에서 남쪽으로</translation>
    </message>
    <message>
        <source>the nearest next</source>
        <translation>가까운 것부터</translation>
    </message>
    <message>
        <source>Note (E)</source>
        <translation>메모 (E)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>No slick passes this filter: choose another one.</source>
        <translation>이 조건에 맞는 유막이 없습니다. 다른 조건을 고르세요.</translation>
    </message>
    <message>
        <source>%1 of %2, %3 accepted, %4 rejected</source>
        <translation>%2개 중 %1번째, 승인 %3, 기각 %4</translation>
    </message>
</context>
<context>
    <name>sheen::Run</name>
    <message>
        <source>&quot;%1&quot; is no coordinate system. Use auto, or a code like EPSG:32632.</source>
        <translation>&quot;%1&quot;은(는) 좌표계가 아닙니다. auto나 EPSG:32632 같은 코드를 쓰십시오.</translation>
    </message>
    <message>
        <source>No frame of &quot;%1&quot; was selected: the range lies outside of the flight.</source>
        <translation>&quot;%1&quot;에서 선택된 프레임이 없습니다. 범위가 비행을 벗어났습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; carries no KLV telemetry. Use overlay or auto instead.</source>
        <translation>&quot;%1&quot;에는 KLV 텔레메트리가 없습니다. 대신 overlay나 auto를 쓰십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a video: only a folder of pictures can carry EXIF telemetry. Use auto, overlay or klv instead.</source>
        <translation>&quot;%1&quot;은(는) 동영상입니다. EXIF 텔레메트리는 사진 폴더에만 있을 수 있습니다. auto, overlay 또는 klv를 쓰십시오.</translation>
    </message>
    <message>
        <source>The first picture of &quot;%1&quot; carries no position in EXIF or XMP. Use overlay, or a table of telemetry, instead.</source>
        <translation>&quot;%1&quot;의 첫 사진에는 EXIF나 XMP 위치가 없습니다. overlay나 텔레메트리 표를 쓰십시오.</translation>
    </message>
    <message>
        <source>There is no telemetry file &quot;%1&quot;. Use auto, overlay, klv, exif, or the path of a CSV file.</source>
        <translation>텔레메트리 파일 &quot;%1&quot;이(가) 없습니다. auto, overlay, klv, exif 또는 CSV 파일 경로를 쓰십시오.</translation>
    </message>
    <message>
        <source>The run cannot be finished: &quot;%1&quot; is not the recording that it was begun with, its frames are others. Run the flight again.</source>
        <translation>실행을 마칠 수 없습니다. &quot;%1&quot;은(는) 실행을 시작한 녹화가 아니며 프레임이 다릅니다. 비행을 다시 실행하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::RunCommand</name>
    <message>
        <source>The workspace of an earlier run was kept as &quot;%1&quot;.</source>
        <translation>이전 실행의 작업 파일을 &quot;%1&quot;(으)로 보관했습니다.</translation>
    </message>
    <message>
        <source>Cancelled after %1 frames; what was done until then is complete in &quot;%2&quot;.</source>
        <translation>프레임 %1개 뒤에 취소했습니다. 그때까지의 결과는 &quot;%2&quot;에 온전히 있습니다.</translation>
    </message>
    <message>
        <source>No frame of &quot;%1&quot; could be georeferenced: the table &quot;%2&quot; says nothing of their times, or no heights and angles. Shift it with --telemetry-shift.</source>
        <translation>&quot;%1&quot;의 어떤 프레임도 위치를 정할 수 없습니다. 표 &quot;%2&quot;에 그 시각이나 높이, 각도가 없습니다. --telemetry-shift로 시간을 옮기십시오.</translation>
    </message>
    <message>
        <source>The classes in &quot;%1&quot; cannot be read: %2.</source>
        <translation>&quot;%1&quot;의 분류를 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The workspace was made with the model &quot;%1&quot;, which was not accepted on this computer or has changed: the shipped model is used. Name the other one with --model.</source>
        <translation>이 작업 파일은 모델 &quot;%1&quot;(으)로 만들었지만, 이 컴퓨터에서 신뢰한 적이 없거나 파일이 바뀌었습니다. 그래서 Sheen에 들어 있는 모델을 씁니다. 그 모델을 쓰려면 --model로 지정하십시오.</translation>
    </message>
    <message>
        <source>The workspace was made with an earlier version of the model that ships with Sheen: the present one is used.</source>
        <translation>이 작업 파일은 Sheen에 들어 있는 모델의 이전 버전으로 만들었습니다. 지금 버전을 씁니다.</translation>
    </message>
    <message>
        <source>No frame of &quot;%1&quot; could be georeferenced: %2</source>
        <translation>&quot;%1&quot;의 프레임을 하나도 지도에 놓지 못했습니다: %2</translation>
    </message>
    <message>
        <source>Cancelled before a new frame was done; the workspace is as it was.</source>
        <translation>새 프레임을 처리하기 전에 취소했습니다. 작업 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>The run cannot be finished: it was begun with the model &quot;%1&quot;, and that file is not there as it was, or was not accepted on this computer. Name it with --model, or run the flight again.</source>
        <translation>실행을 마칠 수 없습니다. 실행을 시작한 모델 &quot;%1&quot;의 파일이 그때와 다르거나 없거나, 이 컴퓨터에서 승인되지 않았습니다. --model로 지정하거나 비행을 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>%1 frames, %2 of them placed; %3 slicks, %4 m2 of oil in all; %5 s</source>
        <translation>프레임 %1개, 그중 위치 지정 %2개; 유막 %3개, 기름 모두 %4 m2; %5초</translation>
    </message>
    <message>
        <source>Cancelled before the slicks were made again; the workspace is as it was.</source>
        <translation>유막을 다시 만들기 전에 취소되었습니다. 작업 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>What was detected and read in the recording is that of the workspace &quot;%1&quot;: its settings are the same. --anew does it again.</source>
        <translation>설정이 같으므로 녹화에서 탐지하고 읽은 것은 작업 파일 &quot;%1&quot;의 것을 씁니다. --anew를 주면 다시 합니다.</translation>
    </message>
    <message>
        <source>Runs the pipeline on a flight without a window.</source>
        <translation>창 없이 비행을 처리합니다.</translation>
    </message>
    <message>
        <source>A video file, a folder of frames, or a workspace.</source>
        <translation>영상 파일, 프레임 폴더 또는 작업 파일.</translation>
    </message>
    <message>
        <source>sheen run needs a flight: a video, a folder of frames or a workspace.</source>
        <translation>sheen run에는 비행(영상, 프레임 폴더 또는 작업 파일)이 필요합니다.</translation>
    </message>
    <message>
        <source>Folder that everything is written to; made where it is missing.</source>
        <translation>모든 것을 기록할 폴더. 없으면 만듭니다.</translation>
    </message>
    <message>
        <source>Cancelled while the products were written. The workspace in &quot;%1&quot; is whole, and so is each file beside it; sheen export, or the same run again, writes the others.</source>
        <translation>산출물을 쓰는 도중에 취소되었습니다. &quot;%1&quot;의 작업 파일과 그 옆의 파일은 모두 온전합니다. 나머지는 sheen export나 같은 실행을 다시 하면 써집니다.</translation>
    </message>
    <message>
        <source>Cancelled while the products were written; the files that were whole by then lie in &quot;%1&quot;.</source>
        <translation>산출물을 쓰는 도중에 취소되었습니다. 그때까지 완성된 파일은 &quot;%1&quot;에 있습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::RunList</name>
    <message>
        <source>broken off</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>%1, not to the end</source>
        <translation>%1, 끝까지 하지 않음</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>Begun (UTC)</source>
        <translation>시작 (UTC)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Slicks</source>
        <translation>유막</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>기각</translation>
    </message>
    <message>
        <source>Last edit (UTC)</source>
        <translation>마지막 편집 (UTC)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>열기(&amp;O)</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1 (열림)</translation>
    </message>
</context>
<context>
    <name>sheen::RunOptions</name>
    <message>
        <source>--%1 needs a whole number of at least 1, not &quot;%2&quot;.</source>
        <translation>--%1에는 &quot;%2&quot;이(가) 아니라 1 이상의 정수가 필요합니다.</translation>
    </message>
    <message>
        <source>--range needs two frame numbers like 100:200 (the second is not included any more), not &quot;%1&quot;.</source>
        <translation>--range에는 &quot;%1&quot;이(가) 아니라 100:200 같은 두 프레임 번호가 필요합니다(둘째는 포함하지 않음).</translation>
    </message>
    <message>
        <source>TorchScript or ONNX model; the one that ships with Sheen unless given.</source>
        <translation>TorchScript 또는 ONNX 모델. 지정하지 않으면 Sheen에 들어 있는 모델.</translation>
    </message>
    <message>
        <source>Frame numbers from A up to, but without, B.</source>
        <translation>A부터 B 앞까지의 프레임 번호.</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:n.</source>
        <translation>auto, cpu, cuda 또는 cuda:n.</translation>
    </message>
    <message>
        <source>Threads to use; as many as the machine has unless given.</source>
        <translation>쓸 스레드 수. 지정하지 않으면 컴퓨터의 전부.</translation>
    </message>
    <message>
        <source>Progress as one JSON object a line on stdout.</source>
        <translation>진행 상황을 표준 출력에 한 줄당 JSON 객체 하나로.</translation>
    </message>
    <message>
        <source>Nothing on stderr but errors.</source>
        <translation>표준 오류에는 오류만.</translation>
    </message>
    <message>
        <source>--every and --stride both say which frames: give one of them.</source>
        <translation>--every와 --stride는 둘 다 프레임을 고릅니다. 하나만 쓰십시오.</translation>
    </message>
    <message>
        <source>Which frame shows a place that several saw: sharpest or newest.</source>
        <translation>여러 프레임이 본 곳을 어느 프레임으로 보일지: sharpest 또는 newest.</translation>
    </message>
    <message>
        <source>Units that the table&apos;s names do not say, like &quot;Altitude=ft,Range=km&quot;.</source>
        <translation>표의 열 이름에 없는 단위. 예: &quot;Altitude=ft,Range=km&quot;.</translation>
    </message>
    <message>
        <source>What columns of the table mean, like &quot;Breite=latitude,Kurs=heading&quot;.</source>
        <translation>표의 열이 뜻하는 것. 예: &quot;Breite=latitude,Kurs=heading&quot;.</translation>
    </message>
    <message>
        <source>Lens and mounting of the turret: a calibration&apos;s name, or its file.</source>
        <translation>터릿의 렌즈와 장착: 보정 이름 또는 파일.</translation>
    </message>
    <message>
        <source>--%1 needs a column&apos;s name and what it is, like &quot;Altitude=ft&quot;, not &quot;%2&quot;.</source>
        <translation>--%1에는 &quot;%2&quot;이(가) 아니라 &quot;Altitude=ft&quot;처럼 열 이름과 값이 필요합니다.</translation>
    </message>
    <message>
        <source>Other names, colours, codes or kinds for the model&apos;s classes: JSON as in its card.</source>
        <translation>모델 분류의 다른 이름, 색, 코드, 종류: 카드와 같은 형식의 JSON.</translation>
    </message>
    <message>
        <source>--part needs two numbers like 100:200, counted among the frames that are run, not &quot;%1&quot;.</source>
        <translation>--part에는 실행하는 프레임에서 센 100:200 같은 두 수가 필요하지만 &quot;%1&quot;이(가) 주어졌습니다.</translation>
    </message>
    <message>
        <source>Only a part, counted among the frames that are run; sheen archive joins parts to a flight.</source>
        <translation>실행하는 프레임에서 센 한 부분만. sheen archive가 부분을 비행으로 잇습니다.</translation>
    </message>
    <message>
        <source>All stages, also those that an earlier run has done with the same settings.</source>
        <translation>이전 실행이 같은 설정으로 이미 한 단계까지 모두 실행합니다.</translation>
    </message>
    <message>
        <source>sheen %1 takes one %2, but &quot;%3&quot; was given as well.</source>
        <translation>sheen %1은(는) %2 하나를 받지만 &quot;%3&quot;도 주어졌습니다.</translation>
    </message>
    <message>
        <source>sheen %1 needs --out with the folder to write to.</source>
        <translation>sheen %1에는 저장할 폴더를 --out으로 지정해야 합니다.</translation>
    </message>
    <message>
        <source>What a person knows of the flight (organisation, wind, source, ...) as JSON; kept in the workspace.</source>
        <translation>사람이 비행에 대해 아는 것(기관, 바람, 오염원 등)을 JSON으로; 작업 파일에 남습니다.</translation>
    </message>
    <message>
        <source>Training tiles are made of what was marked and decided after a run: write them with sheen export.</source>
        <translation>학습용 조각은 처리한 뒤에 표시하고 판정한 것으로 만듭니다. sheen export로 쓰십시오.</translation>
    </message>
    <message>
        <source>AIS of the ships around, as a table or !AIVDM sentences; may be given several times, kept in the workspace.</source>
        <translation>주변 선박의 AIS. 표 또는 !AIVDM 문장 파일이며, 여러 번 지정할 수 있고 작업 파일에 보관됩니다.</translation>
    </message>
    <message>
        <source>From masks,frames,mosaic,shapefile,gpkg,geojson,kml,report,csv,messages,gpx,ships,project,evidence,klv,report-pages,report-template; all but frames, evidence, klv and the last two unless given.</source>
        <translation>masks,frames,mosaic,shapefile,gpkg,geojson,kml,report,csv,messages,gpx,ships,project,evidence,klv,report-pages,report-template 가운데. 지정하지 않으면 frames, evidence, klv와 마지막 두 가지를 뺀 전부.</translation>
    </message>
    <message>
        <source>Pages of the report as you laid them out in QGIS (*.qpt), in place of Sheen&apos;s.</source>
        <translation>Sheen의 쪽 대신, QGIS에서 직접 꾸민 보고서 쪽(*.qpt).</translation>
    </message>
</context>
<context>
    <name>sheen::RunSettings</name>
    <message>
        <source>Seconds from one frame to the next.</source>
        <translation>프레임 사이의 초.</translation>
    </message>
    <message>
        <source>Every Nth frame. Without --every and --stride: all frames of a folder, two a second of a video.</source>
        <translation>N번째 프레임마다. --every와 --stride가 없으면 폴더는 전부, 영상은 초당 두 개.</translation>
    </message>
    <message>
        <source>auto, the name of a layout, or a layout file.</source>
        <translation>auto, 배치 이름 또는 배치 파일.</translation>
    </message>
    <message>
        <source>Of the rasters: auto (the flight&apos;s UTM zone) or EPSG:n.</source>
        <translation>래스터의 좌표계: auto(비행의 UTM 구역) 또는 EPSG:n.</translation>
    </message>
    <message>
        <source>Seconds between the frames of a folder without times.</source>
        <translation>시각이 없는 폴더의 프레임 간격(초).</translation>
    </message>
    <message>
        <source>auto, overlay, klv, exif, or a table beside the recording (CSV, SRT).</source>
        <translation>auto, overlay, klv, exif 또는 녹화와 함께 있는 표(CSV, SRT).</translation>
    </message>
    <message>
        <source>Frames so many seconds apart are compared, which removes flicker; 0: none (%1 unless given).</source>
        <translation>이만큼의 초 안에 있는 프레임을 서로 비교해 깜박임을 없앱니다. 0이면 하지 않습니다(지정하지 않으면 %1).</translation>
    </message>
    <message>
        <source>Which video of a file with several, by its number.</source>
        <translation>동영상이 여럿 있는 파일에서 쓸 동영상의 번호.</translation>
    </message>
    <message>
        <source>Smallest appearance area that is kept, in m2 (25 unless given).</source>
        <translation>남겨 둘 가장 작은 외관 구역, m2(지정하지 않으면 25).</translation>
    </message>
    <message>
        <source>Areas no farther apart are one slick, in metres (30 unless given).</source>
        <translation>이보다 가까운 구역은 한 유막입니다, 미터(지정하지 않으면 30).</translation>
    </message>
</context>
<context>
    <name>sheen::RunSettingsForm</name>
    <message>
        <source>one every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Which frames are looked at</source>
        <translation>분석할 프레임</translation>
    </message>
    <message>
        <source>Where position and direction of the camera come from</source>
        <translation>카메라 위치와 방향의 출처</translation>
    </message>
    <message>
        <source>what the recording has</source>
        <translation>녹화에 있는 것(자동)</translation>
    </message>
    <message>
        <source>the overlay in the picture</source>
        <translation>영상의 오버레이</translation>
    </message>
    <message>
        <source>KLV in the video</source>
        <translation>영상의 KLV</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>텔레메트리</translation>
    </message>
    <message>
        <source>Where the picture shows which telemetry</source>
        <translation>영상의 어디에 어떤 텔레메트리가 있는지</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>오버레이</translation>
    </message>
    <message>
        <source>recognised by itself</source>
        <translation>자동 인식</translation>
    </message>
    <message>
        <source>draw one…</source>
        <translation>직접 그리기…</translation>
    </message>
    <message>
        <source>EXIF and XMP of the pictures</source>
        <translation>사진의 EXIF와 XMP</translation>
    </message>
    <message>
        <source>a table beside the recording…</source>
        <translation>녹화와 함께 있는 표…</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Flicker filter</source>
        <translation>깜박임 제거</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>최소 구역</translation>
    </message>
    <message>
        <source>Gap within a slick</source>
        <translation>유막 안의 간격</translation>
    </message>
</context>
<context>
    <name>sheen::RunSheet</name>
    <message numerus="yes">
        <source>%1 of %2 slicks are decided, %n edit(s)</source>
        <translation>
            <numerusform>유막 %2개 중 %1개 판정, 편집 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>, last on %1 UTC</source>
        <translation>, 마지막 %1 UTC</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>The results of this flight were reviewed. A new run begins without that review.</source>
        <translation>이 비행의 결과를 검토한 것이 있습니다. 새 실행은 그 검토 없이 시작됩니다.</translation>
    </message>
    <message>
        <source>%1: %2. It is moved aside, as it is, to a file with a number beside it.</source>
        <translation>%1: %2. 그대로 옆의 번호 붙은 파일로 옮겨 둡니다.</translation>
    </message>
    <message>
        <source>%1: %2. It stays where it is.</source>
        <translation>%1: %2. 제자리에 남습니다.</translation>
    </message>
    <message>
        <source>All of them are listed, and opened again, with Flight &gt; Earlier Runs.</source>
        <translation>모두 비행 &gt; 이전 실행에 나열되며 거기서 다시 열 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Run Again</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
</context>
<context>
    <name>sheen::RunStatus</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 of %2 frames</source>
        <translation>프레임 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>프레임 %1개</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>초당 %1개</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>The run starts…</source>
        <translation>실행을 시작합니다…</translation>
    </message>
    <message>
        <source>All frames are done; they are placed once more…</source>
        <translation>모든 프레임을 마쳤습니다. 다시 배치하는 중…</translation>
    </message>
    <message>
        <source>Stopping; what was done is kept…</source>
        <translation>멈추는 중입니다. 지금까지의 결과는 보관됩니다…</translation>
    </message>
</context>
<context>
    <name>sheen::RunTask</name>
    <message>
        <source>The run of &quot;%1&quot; stopped: %2. The frames done so far are kept.</source>
        <translation>&quot;%1&quot; 실행이 멈췄습니다: %2. 지금까지 처리한 프레임은 보관됩니다.</translation>
    </message>
</context>
<context>
    <name>sheen::SaveCalibrationDialog</name>
    <message>
        <source>Save Calibration</source>
        <translation>보정 저장</translation>
    </message>
    <message>
        <source>the turret, e.g. coastguard-1 MX-15</source>
        <translation>터릿 이름, 예: coastguard-1 MX-15</translation>
    </message>
    <message>
        <source>The file&apos;s name, and that of sheen run --calibration</source>
        <translation>파일 이름이며 sheen run --calibration에 쓰는 이름입니다</translation>
    </message>
    <message>
        <source>The calibration needs a name.</source>
        <translation>보정에 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>A calibration &quot;%1&quot; exists already: Replace overwrites it.</source>
        <translation>보정 &quot;%1&quot;이(가) 이미 있습니다. 바꾸기를 누르면 덮어씁니다.</translation>
    </message>
</context>
<context>
    <name>sheen::SaveLayoutDialog</name>
    <message>
        <source>The layout needs a name.</source>
        <translation>배치에 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to Sheen itself. Choose another name.</source>
        <translation>&quot;%1&quot;은(는) Sheen에 속한 이름입니다. 다른 이름을 고르십시오.</translation>
    </message>
    <message>
        <source>Save Overlay Layout</source>
        <translation>오버레이 배치 저장</translation>
    </message>
    <message>
        <source>e.g. coastguard-hd</source>
        <translation>예: coastguard-hd</translation>
    </message>
    <message>
        <source>The file&apos;s name, and that of sheen run --overlay</source>
        <translation>파일 이름이며, sheen run --overlay에 쓰는 이름</translation>
    </message>
    <message>
        <source>for people, e.g. Coastguard turret, HD</source>
        <translation>사람이 읽는 제목, 예: 해경 터릿 HD</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>A layout &quot;%1&quot; exists already: Replace overwrites it.</source>
        <translation>배치 &quot;%1&quot;이(가) 이미 있습니다. 바꾸기를 누르면 덮어씁니다.</translation>
    </message>
</context>
<context>
    <name>sheen::SaveNameDialog</name>
    <message>
        <source>A name has at most %1 letters, no leading dot or space, and none of / \ : * ? &quot; &lt; &gt; |</source>
        <translation>이름은 최대 %1자이며, 점이나 공백으로 시작할 수 없고 / \ : * ? &quot; &lt; &gt; | 를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>바꾸기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation>저장 위치: %1</translation>
    </message>
</context>
<context>
    <name>sheen::SecondLooks</name>
    <message>
        <source>slick %1</source>
        <translation>유막 %1</translation>
    </message>
    <message>
        <source>%1 slicks</source>
        <translation>유막 %1개</translation>
    </message>
    <message>
        <source>Second look at %1</source>
        <translation>%1 다시 보기</translation>
    </message>
    <message>
        <source>No second look at %1</source>
        <translation>%1 다시 보지 않기</translation>
    </message>
    <message>
        <source>A second look is wanted: no → yes</source>
        <translation>다시 보기: 아니요 → 예</translation>
    </message>
    <message>
        <source>A second look is wanted: yes → no</source>
        <translation>다시 보기: 예 → 아니요</translation>
    </message>
</context>
<context>
    <name>sheen::SelectTool</name>
    <message>
        <source>Select slicks</source>
        <translation>유막 선택</translation>
    </message>
    <message>
        <source>Click a slick, once more an area of it, or drag a rectangle; Shift adds; double click goes to the slick and its frame.</source>
        <translation>유막을 클릭하고, 한 번 더 클릭하면 그 구역을 선택합니다. 사각형을 끌어도 됩니다. Shift는 추가, 두 번 클릭은 유막과 프레임으로 이동합니다.</translation>
    </message>
</context>
<context>
    <name>sheen::Session</name>
    <message>
        <source>A run is under way. Cancel it, or wait until it is done, to load another model.</source>
        <translation>실행 중입니다. 다른 모델을 불러오려면 취소하거나 끝날 때까지 기다리십시오.</translation>
    </message>
    <message>
        <source>A run is under way. Cancel it, or wait until it is done, to open another flight.</source>
        <translation>실행 중입니다. 다른 비행을 열려면 취소하거나 끝날 때까지 기다리십시오.</translation>
    </message>
    <message>
        <source>There is nothing to run yet: open a video or a folder of frames first.</source>
        <translation>실행할 것이 없습니다. 먼저 영상이나 프레임 폴더를 여십시오.</translation>
    </message>
    <message>
        <source>No model is loaded, so no oil can be found: load one with Flight &gt; Choose Model.</source>
        <translation>불러온 모델이 없어 기름을 찾을 수 없습니다. 비행 &gt; 모델 선택에서 고르십시오.</translation>
    </message>
    <message>
        <source>The run starts as soon as the model is loaded.</source>
        <translation>모델을 불러오는 대로 실행을 시작합니다.</translation>
    </message>
    <message>
        <source>The results of an earlier run were kept: they are now in %1.</source>
        <translation>이전 실행의 결과를 보관했습니다: %1.</translation>
    </message>
    <message>
        <source>These results are open already.</source>
        <translation>이 결과는 이미 열려 있습니다.</translation>
    </message>
    <message>
        <source>The run that waited for the model was dropped: another flight was opened.</source>
        <translation>모델을 기다리던 실행은 취소되었습니다: 다른 비행을 열었습니다.</translation>
    </message>
    <message>
        <source>A run is under way. Cancel it, or wait until it is done, to change what its track is made of.</source>
        <translation>실행 중입니다. 항적 설정을 바꾸려면 취소하거나 끝날 때까지 기다리십시오.</translation>
    </message>
    <message>
        <source>The poses of this flight were given by a table: they stay as they are.</source>
        <translation>이 비행의 자세는 표로 주어졌으므로 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The run starts as soon as the earlier results are placed again and stored.</source>
        <translation>이전 결과를 다시 배치하고 저장하는 대로 실행을 시작합니다.</translation>
    </message>
    <message>
        <source>The recording is not at hand, so its run cannot be finished.</source>
        <translation>녹화가 없어 실행을 마칠 수 없습니다.</translation>
    </message>
    <message>
        <source>The flight is being placed again. Finish the run when that is stored.</source>
        <translation>비행을 다시 배치하는 중입니다. 저장된 뒤에 실행을 마치십시오.</translation>
    </message>
    <message>
        <source>The run was begun with the model &quot;%1&quot;. Choose that one with Flight &gt; Choose Model to finish it, or run the flight again.</source>
        <translation>이 실행은 모델 &quot;%1&quot;(으)로 시작했습니다. 비행 &gt; 모델 선택에서 그 모델을 골라 마치거나 비행을 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>A run is under way. Cancel it, or wait until it is done, to merge its slicks anew.</source>
        <translation>실행 중입니다. 유막을 새로 합치려면 실행을 취소하거나 끝날 때까지 기다리십시오.</translation>
    </message>
    <message>
        <source>The results are being saved. Wait until that is done.</source>
        <translation>결과를 저장하고 있습니다. 끝날 때까지 기다리십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of these results are not on disk yet. Save the results elsewhere first: File &gt; Save Results As.</source>
        <translation>
            <numerusform>이 결과의 변경 %n건이 아직 디스크에 없습니다. 먼저 파일 &gt; 다른 이름으로 결과 저장으로 결과를 다른 곳에 저장하십시오.</numerusform>
        </translation>
    </message>
    <message>
        <source>The flight is being placed again. Save the results when that is stored.</source>
        <translation>비행의 위치를 다시 계산하고 있습니다. 저장이 끝난 뒤에 결과를 저장하십시오.</translation>
    </message>
    <message>
        <source>The results are open from that file: choose another one.</source>
        <translation>결과가 그 파일에서 열려 있습니다. 다른 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>What lay there before was kept: it is now in %1.</source>
        <translation>그곳에 있던 것은 보관했습니다. 이제 %1에 있습니다.</translation>
    </message>
    <message>
        <source>The file that was open could not be read any more. Slicks and frames were saved from memory; the masks, and the history if it could not be read, are not in the new file.</source>
        <translation>열려 있던 파일을 더는 읽을 수 없습니다. 유막과 프레임은 메모리에서 저장했습니다. 마스크와, 읽을 수 없었다면 이력은 새 파일에 없습니다.</translation>
    </message>
    <message>
        <source>The results are in %1 now.</source>
        <translation>결과는 이제 %1에 있습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::SessionModel</name>
    <message>
        <source>The model &quot;%1&quot; could not be loaded: %2</source>
        <translation>모델 &quot;%1&quot;을(를) 불러오지 못했습니다: %2</translation>
    </message>
    <message>
        <source>This flight was last looked at with the model &quot;%1&quot;, which you have not accepted on this computer or which has changed since. It is not used; choose one with Flight &gt; Choose Model.</source>
        <translation>이 비행은 지난번에 모델 &quot;%1&quot;(으)로 살펴봤지만, 이 컴퓨터에서 신뢰한 적이 없거나 그 뒤에 바뀌었습니다. 쓰지 않으니 비행 &gt; 모델 선택에서 고르십시오.</translation>
    </message>
    <message>
        <source>This flight was last looked at with an earlier version of the model that ships with Sheen. The next run uses the present one; results that are there stay as they are.</source>
        <translation>이 비행은 지난번에 Sheen에 들어 있는 모델의 이전 버전으로 살펴봤습니다. 다음 실행에는 지금 버전을 쓰며, 이미 있는 결과는 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>sheen::Setting</name>
    <message>
        <source>--%1 needs a whole number of at least %2, not &quot;%3&quot;.</source>
        <translation>--%1에는 &quot;%3&quot;이(가) 아니라 %2 이상의 정수가 필요합니다.</translation>
    </message>
    <message>
        <source>--%1 needs a number greater than %2 and at most %3, not &quot;%4&quot;.</source>
        <translation>--%1에는 &quot;%4&quot;이(가) 아니라 %2보다 크고 %3 이하인 수가 필요합니다.</translation>
    </message>
    <message>
        <source>--%1 needs a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1에는 &quot;%4&quot;이(가) 아니라 %2에서 %3 사이의 수가 필요합니다.</translation>
    </message>
    <message>
        <source>--%1 is one of %2, not &quot;%3&quot;.</source>
        <translation>--%1은(는) %2 중 하나여야 합니다. &quot;%3&quot;은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1에는 값이 필요합니다.</translation>
    </message>
</context>
<context>
    <name>sheen::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>일반(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>사용자(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Base Maps</source>
        <translation>배경 지도(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>키(&amp;K)</translation>
    </message>
</context>
<context>
    <name>sheen::Ships</name>
    <message>
        <source>The file of AIS &quot;%1&quot; cannot be read: %2.</source>
        <translation>AIS 파일 &quot;%1&quot;을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소되었습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no AIS that Sheen reads. Give a table with the columns of the Danish Maritime Authority or of MarineCadastre, or a file with !AIVDM sentences.</source>
        <translation>&quot;%1&quot;은(는) Sheen이 읽는 AIS가 아닙니다. 덴마크 해사청이나 MarineCadastre 열을 가진 표, 또는 !AIVDM 문장이 든 파일을 지정하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) of AIS have a wrong checksum and were left out.</source>
        <translation>
            <numerusform>검사합이 틀린 AIS 문장 %n개를 뺐습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) or message(s) of AIS are broken and were left out.</source>
        <translation>
            <numerusform>손상된 AIS 행 또는 메시지 %n개를 뺐습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n position(s) of AIS were left out: the file does not say when they were received.</source>
        <translation>
            <numerusform>AIS 위치 %n개를 뺐습니다. 파일에 수신 시각이 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No slick has a time of day, or all are rejected: no ships were looked for.</source>
        <translation>시각이 있는 유막이 없거나 모두 기각되어 선박을 찾지 않았습니다.</translation>
    </message>
    <message>
        <source>AIS has no ship near the slicks in the six hours before they were seen.</source>
        <translation>유막이 보이기 전 6시간 동안 근처에 있던 선박이 AIS에 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2) cannot be read as a direction and a speed: it is not in the drift. Write it like 240°, 12 kn.</source>
        <translation>&quot;%1&quot;(%2)은(는) 방향과 속력으로 읽을 수 없어 표류에 넣지 않았습니다. 240°, 12 kn처럼 쓰십시오.</translation>
    </message>
    <message>
        <source>wing in ground craft</source>
        <translation>수면비행선박</translation>
    </message>
    <message>
        <source>fishing vessel</source>
        <translation>어선</translation>
    </message>
    <message>
        <source>towing vessel</source>
        <translation>예인선</translation>
    </message>
    <message>
        <source>dredger</source>
        <translation>준설선</translation>
    </message>
    <message>
        <source>diving vessel</source>
        <translation>잠수 작업선</translation>
    </message>
    <message>
        <source>naval vessel</source>
        <translation>군함</translation>
    </message>
    <message>
        <source>sailing vessel</source>
        <translation>범선</translation>
    </message>
    <message>
        <source>pleasure craft</source>
        <translation>레저 선박</translation>
    </message>
    <message>
        <source>high-speed craft</source>
        <translation>고속선</translation>
    </message>
    <message>
        <source>pilot vessel</source>
        <translation>도선선</translation>
    </message>
    <message>
        <source>search and rescue vessel</source>
        <translation>수색 구조선</translation>
    </message>
    <message>
        <source>tug</source>
        <translation>예선</translation>
    </message>
    <message>
        <source>port tender</source>
        <translation>항만 업무선</translation>
    </message>
    <message>
        <source>anti-pollution vessel</source>
        <translation>방제선</translation>
    </message>
    <message>
        <source>law enforcement vessel</source>
        <translation>단속선</translation>
    </message>
    <message>
        <source>medical transport</source>
        <translation>의료 수송선</translation>
    </message>
    <message>
        <source>passenger ship</source>
        <translation>여객선</translation>
    </message>
    <message>
        <source>cargo ship</source>
        <translation>화물선</translation>
    </message>
    <message>
        <source>tanker</source>
        <translation>유조선</translation>
    </message>
    <message>
        <source>other type</source>
        <translation>기타 선박</translation>
    </message>
</context>
<context>
    <name>sheen::SketchPreview</name>
    <message>
        <source>all of slick %1 (%2)</source>
        <comment>number, area</comment>
        <translation>유막 %1 전부(%2)</translation>
    </message>
    <message>
        <source>%2 of slick %1</source>
        <comment>number, area</comment>
        <translation>유막 %1의 %2</translation>
    </message>
    <message>
        <source>Nothing of this outline would be left: it crosses itself, or lies on slicks that stay.</source>
        <translation>이 윤곽선에서 남는 것이 없습니다. 스스로 교차하거나, 그대로 있는 유막 위에 놓여 있습니다.</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>덮어쓰는 것: %1.</translation>
    </message>
    <message>
        <source>It leaves what lies below as it is: of its %1, %2 remain.</source>
        <comment>areas</comment>
        <translation>아래에 있는 것은 그대로 둡니다. %1 가운데 %2이(가) 남습니다.</translation>
    </message>
    <message>
        <source>%1 of it was never seen.</source>
        <comment>area</comment>
        <translation>그중 %1은(는) 관측된 적이 없습니다.</translation>
    </message>
    <message>
        <source>With Ctrl, it gives way instead.</source>
        <translation>Ctrl을 누르면 대신 비켜 갑니다.</translation>
    </message>
    <message>
        <source>With Ctrl, it takes what lies below instead.</source>
        <translation>Ctrl을 누르면 대신 아래에 있는 것을 덮어씁니다.</translation>
    </message>
    <message>
        <source>It takes nothing from other slicks: %1.</source>
        <comment>area</comment>
        <translation>다른 유막에서 가져오는 것이 없습니다: %1.</translation>
    </message>
</context>
<context>
    <name>sheen::SketchTool</name>
    <message>
        <source>Right click or Enter ends it, Backspace takes a point off, Esc drops it.</source>
        <translation>오른쪽 클릭이나 Enter로 끝내고, Backspace로 점을 지우며, Esc로 취소합니다.</translation>
    </message>
    <message>
        <source>An outline needs three points or more: go on clicking.</source>
        <translation>윤곽선에는 점이 세 개 이상 필요합니다. 계속 클릭하십시오.</translation>
    </message>
    <message>
        <source>A line needs two points or more: go on clicking.</source>
        <translation>선에는 점이 두 개 이상 필요합니다. 계속 클릭하십시오.</translation>
    </message>
    <message>
        <source>A point lies outside of the world: the sketch is dropped.</source>
        <translation>점이 지구 밖에 있어 그리기를 취소했습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::SlickChangeText</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>판단</translation>
    </message>
    <message>
        <source>class and code</source>
        <translation>분류와 코드</translation>
    </message>
    <message>
        <source>form</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>제안대로</translation>
    </message>
    <message>
        <source>oiled area</source>
        <translation>기름 면적</translation>
    </message>
    <message>
        <source>note</source>
        <translation>메모</translation>
    </message>
    <message numerus="yes">
        <source>%n slicks changed</source>
        <translation>
            <numerusform>유막 %n개 바뀜</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheen::SlickFields</name>
    <message>
        <source>&quot;%1&quot; cannot be written.</source>
        <translation>&quot;%1&quot;을(를) 기록할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::SlickLayer</name>
    <message>
        <source>other class</source>
        <translation>기타 분류</translation>
    </message>
    <message>
        <source>Slicks</source>
        <translation>유막 목록</translation>
    </message>
    <message>
        <source>slick</source>
        <translation>유막</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>관측되지 않음</translation>
    </message>
</context>
<context>
    <name>sheen::SlickPanel</name>
    <message>
        <source>Select a slick on the map or in the table to see what is known of it.</source>
        <translation>지도나 표에서 유막을 선택하면 정보가 표시됩니다.</translation>
    </message>
    <message>
        <source>The frame in which most of the slick is seen; a click shows it in full</source>
        <translation>유막이 가장 많이 보이는 프레임입니다. 클릭하면 전체를 봅니다</translation>
    </message>
    <message>
        <source>Shows the first frame in which the slick is seen</source>
        <translation>유막이 보이는 첫 프레임 표시</translation>
    </message>
    <message>
        <source>Shows the frame in which most of the slick is seen</source>
        <translation>유막이 가장 많이 보이는 프레임 표시</translation>
    </message>
    <message>
        <source>Shows the last frame in which the slick is seen</source>
        <translation>유막이 보이는 마지막 프레임 표시</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>부피</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Position error</source>
        <translation>위치 오차</translation>
    </message>
    <message>
        <source>Seen in frames</source>
        <translation>보이는 프레임</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Slick %1</source>
        <translation>유막 %1</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>처음: %1</translation>
    </message>
    <message>
        <source>Best: %1</source>
        <translation>최적: %1</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>마지막: %1</translation>
    </message>
    <message>
        <source>%1 slicks selected</source>
        <translation>유막 %1개 선택됨</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>프레임 %1</translation>
    </message>
    <message>
        <source>Length × width</source>
        <translation>길이 × 폭</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Overall area</source>
        <translation>전체 면적</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>피복률</translation>
    </message>
    <message>
        <source>Oiled area</source>
        <translation>기름 면적</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Selected area</source>
        <translation>선택한 구역</translation>
    </message>
    <message>
        <source>Seen at</source>
        <translation>관측 시각</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>검토자</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>판단</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>%1° true</source>
        <translation>진방위 %1°</translation>
    </message>
    <message>
        <source>%1, of which %2 was not seen</source>
        <translation>%1, 그중 %2는 관측되지 않음</translation>
    </message>
    <message>
        <source>unknown: set them with the keys 1 to 5</source>
        <translation>모름: 1~5 키로 지정하십시오</translation>
    </message>
    <message>
        <source>%1 of it was not seen</source>
        <translation>그중 %1는 관측되지 않음</translation>
    </message>
    <message>
        <source>%1 (proposed)</source>
        <translation>%1(제안)</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>sheen::SlickStore</name>
    <message>
        <source>Nothing is open to be reviewed: open or run a flight first.</source>
        <translation>검토할 것이 없습니다. 먼저 비행을 열거나 실행하십시오.</translation>
    </message>
    <message>
        <source>Accept slick %1</source>
        <translation>유막 %1 승인</translation>
    </message>
    <message>
        <source>Accept %1 slicks</source>
        <translation>유막 %1개 승인</translation>
    </message>
    <message>
        <source>Reject slick %1</source>
        <translation>유막 %1 기각</translation>
    </message>
    <message>
        <source>Reject %1 slicks</source>
        <translation>유막 %1개 기각</translation>
    </message>
    <message>
        <source>Code %1 for slick %2</source>
        <translation>유막 %2에 코드 %1</translation>
    </message>
    <message>
        <source>Code %1 for %2 slicks</source>
        <translation>유막 %2개에 코드 %1</translation>
    </message>
    <message>
        <source>Class %1 for slick %2</source>
        <translation>유막 %2에 분류 %1</translation>
    </message>
    <message>
        <source>Class %1 for %2 slicks</source>
        <translation>유막 %2개에 분류 %1</translation>
    </message>
    <message>
        <source>The outline of slick %1 would cross itself or vanish: it stays as it was.</source>
        <translation>유막 %1의 윤곽선이 스스로 교차하거나 사라지게 되어 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>Reshape slick %1</source>
        <translation>유막 %1 윤곽 고치기</translation>
    </message>
    <message>
        <source>Note on slick %1</source>
        <translation>유막 %1 메모</translation>
    </message>
    <message>
        <source>Draw slick %1</source>
        <translation>유막 %1 그리기</translation>
    </message>
    <message>
        <source>Delete slick %1</source>
        <translation>유막 %1 삭제</translation>
    </message>
    <message>
        <source>Delete %1 slicks</source>
        <translation>유막 %1개 삭제</translation>
    </message>
    <message>
        <source>Split slick %1</source>
        <translation>유막 %1 나누기</translation>
    </message>
    <message>
        <source>The slicks are being placed again: in a moment they can be edited. Nothing was changed.</source>
        <translation>유막을 다시 배치하고 있습니다. 잠시 후 편집할 수 있습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Other slicks lie there now, so this cannot be brought back. Nothing was changed.</source>
        <translation>지금은 그 자리에 다른 유막이 있어 되돌릴 수 없습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Take back the decision on slick %1</source>
        <translation>유막 %1의 결정 되돌리기</translation>
    </message>
    <message>
        <source>Take back the decision on %1 slicks</source>
        <translation>유막 %1개의 결정 되돌리기</translation>
    </message>
    <message>
        <source>What slick %1 is taken for</source>
        <translation>유막 %1의 판단</translation>
    </message>
    <message>
        <source>What %1 slicks are taken for</source>
        <translation>유막 %1개의 판단</translation>
    </message>
    <message>
        <source>Form of slick %1</source>
        <translation>유막 %1의 형태</translation>
    </message>
    <message>
        <source>Form of %1 slicks</source>
        <translation>유막 %1개의 형태</translation>
    </message>
    <message>
        <source>Code %1 for an area of slick %2</source>
        <translation>유막 %2의 구역에 코드 %1</translation>
    </message>
    <message>
        <source>Class %1 for an area of slick %2</source>
        <translation>유막 %2의 구역에 클래스 %1</translation>
    </message>
    <message>
        <source>The outline encloses no area, or none that is free: draw at least three points that do not lie on a line, outside of slicks that were decided.</source>
        <translation>윤곽이 둘러싸는 면적이 없거나 비어 있는 면적이 없습니다. 결정된 유막 밖에 한 직선 위에 있지 않은 점을 세 개 이상 그리십시오.</translation>
    </message>
    <message>
        <source>Delete an area of slick %1</source>
        <translation>유막 %1의 구역 삭제</translation>
    </message>
    <message>
        <source>Select two or more slicks to join them.</source>
        <translation>합치려면 유막을 둘 이상 선택하십시오.</translation>
    </message>
    <message>
        <source>Join slicks %1 to slick %2</source>
        <translation>유막 %1을(를) 유막 %2에 합치기</translation>
    </message>
    <message>
        <source>Slick %1 has but one area: join it to slick %2 instead.</source>
        <translation>유막 %1에는 구역이 하나뿐입니다. 대신 유막 %2에 합치십시오.</translation>
    </message>
    <message>
        <source>Move an area of slick %1 to slick %2</source>
        <translation>유막 %1의 구역을 유막 %2로 옮기기</translation>
    </message>
    <message>
        <source>Slick %1 has but one area: it is a slick of its own already.</source>
        <translation>유막 %1에는 구역이 하나뿐이라 이미 별도의 유막입니다.</translation>
    </message>
    <message>
        <source>Make an area of slick %1 slick %2</source>
        <translation>유막 %1의 구역을 유막 %2로 만들기</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sheen::SlickTable</name>
    <message>
        <source>Sums of the slicks shown</source>
        <translation>표시된 유막의 합계</translation>
    </message>
    <message>
        <source>Filter by any text: class, note, number</source>
        <translation>글자로 거르기: 분류, 메모, 번호</translation>
    </message>
    <message>
        <source>Shows the slicks that have this text in any column</source>
        <translation>어느 열이든 이 글자가 있는 유막 표시</translation>
    </message>
    <message>
        <source>Shows the slicks of one class</source>
        <translation>한 분류의 유막 표시</translation>
    </message>
    <message>
        <source>Shows the slicks with one decision</source>
        <translation>한 판정의 유막 표시</translation>
    </message>
    <message>
        <source>Shows the slicks of this area or more</source>
        <translation>이 면적 이상의 유막 표시</translation>
    </message>
    <message>
        <source>Any area</source>
        <translation>모든 면적</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source> m²</source>
        <translation> m²</translation>
    </message>
    <message>
        <source>Every class</source>
        <translation>모든 분류</translation>
    </message>
    <message>
        <source>%1 of %2 shown: %3</source>
        <translation>%2개 중 %1개 표시: %3</translation>
    </message>
    <message>
        <source>No slick passes the filter: clear its text, choose every class and status.</source>
        <translation>거르기를 통과한 유막이 없습니다. 글자를 지우고 모든 분류와 상태를 고르십시오.</translation>
    </message>
    <message>
        <source>No oil was found. Draw what the model missed with the drawing tool (D).</source>
        <translation>기름을 찾지 못했습니다. 모델이 놓친 것은 그리기 도구(D)로 그리십시오.</translation>
    </message>
    <message>
        <source>The slicks of a flight are listed here once it has run.</source>
        <translation>비행을 실행하면 유막이 여기에 나열됩니다.</translation>
    </message>
    <message>
        <source>Every decision</source>
        <translation>모든 결정</translation>
    </message>
</context>
<context>
    <name>sheen::SlickTableModel</name>
    <message>
        <source>The appearance is not known: set it with the keys 1 to 5</source>
        <translation>외관을 알 수 없음: 1~5 키로 지정하십시오</translation>
    </message>
    <message>
        <source>Double click to write a note</source>
        <translation>두 번 클릭하여 메모 쓰기</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>부피</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>신뢰도</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Pos. error</source>
        <translation>위치 오차</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>%1 of it was not seen</source>
        <translation>그중 %1는 관측되지 않음</translation>
    </message>
    <message>
        <source>Along the longest axis, which points to %1°, and across it</source>
        <translation>가장 긴 축(방향 %1°)과 그에 수직인 방향</translation>
    </message>
    <message>
        <source>Of an overall area of %1, gaps and holes included</source>
        <translation>틈과 구멍을 포함한 전체 면적 %1 중</translation>
    </message>
    <message>
        <source>Areas times the film thickness of their codes</source>
        <translation>면적에 코드별 유막 두께를 곱한 값</translation>
    </message>
    <message>
        <source>Length × width</source>
        <translation>길이 × 폭</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>외관</translation>
    </message>
    <message>
        <source>Oiled area</source>
        <translation>기름 면적</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>피복률</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>판단</translation>
    </message>
</context>
<context>
    <name>sheen::SlickText</name>
    <message>
        <source>accepted</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>기각</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 km²</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 m²</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>L</source>
        <comment>litres</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>m³</source>
        <translation>m³</translation>
    </message>
    <message>
        <source>more than %1 %2</source>
        <comment>volume, unit</comment>
        <translation>%1 %2 초과</translation>
    </message>
    <message>
        <source>%1 – %2 %3</source>
        <comment>smallest, largest, unit</comment>
        <translation>%1 – %2 %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 – %2 (%3)</source>
        <comment>first frame, last frame, number of frames</comment>
        <translation>%1 – %2 (%3)</translation>
    </message>
    <message>
        <source>± %1 m</source>
        <translation>± %1 m</translation>
    </message>
    <message>
        <source>%1 of unknown code: volume not counted</source>
        <translation>코드 미상 %1개: 부피 미산입</translation>
    </message>
    <message>
        <source>1 slick</source>
        <translation>유막 1개</translation>
    </message>
    <message>
        <source>%1 slicks</source>
        <translation>유막 %1개</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <comment>area, its error</comment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>미결정</translation>
    </message>
    <message>
        <source>Not yet decided: a proposal, no finding</source>
        <translation>아직 결정되지 않음: 제안일 뿐 확인된 결과가 아님</translation>
    </message>
    <message>
        <source>A finding: accepted by the analyst</source>
        <translation>확인된 결과: 분석자가 승인함</translation>
    </message>
    <message>
        <source>No finding: rejected by the analyst; kept, its sums stand apart</source>
        <translation>결과 아님: 분석자가 기각함. 보존되며 합계는 따로 표시됨</translation>
    </message>
    <message>
        <source>not said</source>
        <comment>which look-alike</comment>
        <translation>지정 안 함</translation>
    </message>
    <message>
        <source>algae</source>
        <translation>조류</translation>
    </message>
    <message>
        <source>wake</source>
        <translation>항적</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>그림자</translation>
    </message>
    <message>
        <source>calm water</source>
        <translation>잔잔한 수면</translation>
    </message>
    <message>
        <source>sediment</source>
        <translation>부유 퇴적물</translation>
    </message>
    <message>
        <source>ice</source>
        <translation>얼음</translation>
    </message>
    <message>
        <source>something else</source>
        <comment>which look-alike</comment>
        <translation>기타</translation>
    </message>
    <message>
        <source>oil</source>
        <translation>기름</translation>
    </message>
    <message>
        <source>another substance</source>
        <translation>다른 물질</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>substance</comment>
        <translation>모름</translation>
    </message>
    <message>
        <source>look-alike</source>
        <translation>유사 현상</translation>
    </message>
    <message>
        <source>look-alike: %1</source>
        <translation>유사 현상: %1</translation>
    </message>
    <message>
        <source>found by the model</source>
        <translation>모델이 찾음</translation>
    </message>
    <message>
        <source>found by the model, edited</source>
        <translation>모델이 찾고 편집됨</translation>
    </message>
    <message>
        <source>drawn by the analyst</source>
        <translation>분석자가 그림</translation>
    </message>
    <message>
        <source>continuous</source>
        <comment>form</comment>
        <translation>연속형</translation>
    </message>
    <message>
        <source>patches</source>
        <comment>form</comment>
        <translation>조각형</translation>
    </message>
    <message>
        <source>streamers</source>
        <comment>form</comment>
        <translation>띠형</translation>
    </message>
    <message>
        <source>windrows</source>
        <comment>form</comment>
        <translation>줄무늬형</translation>
    </message>
    <message>
        <source>%1 × %2 km</source>
        <comment>length, width</comment>
        <translation>%1 × %2 km</translation>
    </message>
    <message>
        <source>%1 × %2 m</source>
        <comment>length, width</comment>
        <translation>%1 × %2 m</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <comment>appearance code, its share</comment>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>no code: %1 %</source>
        <translation>코드 없음: %1 %</translation>
    </message>
    <message>
        <source>%1 partly of unknown code: that oil&apos;s volume not counted</source>
        <translation>%1개는 코드를 일부 모름: 그 기름의 부피는 제외</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>승인: %1</translation>
    </message>
    <message>
        <source>Undecided: %1</source>
        <translation>미결정: %1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>기각: %1</translation>
    </message>
    <message>
        <source>drawn</source>
        <comment>instead of a confidence</comment>
        <translation>직접 그림</translation>
    </message>
</context>
<context>
    <name>sheen::SlurmJobs</name>
    <message>
        <source>&quot;%1&quot; could not be written (%2). Make room on the disk or choose another folder.</source>
        <translation>&quot;%1&quot;을(를) 쓸 수 없습니다(%2). 디스크 공간을 마련하거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>Slurm is not here: there is no program sbatch. Install slurm-client, or leave out --slurm.</source>
        <translation>Slurm이 없습니다. sbatch 프로그램이 없습니다. slurm-client를 설치하거나 --slurm을 빼십시오.</translation>
    </message>
    <message>
        <source>Slurm did not take the job: %1</source>
        <translation>Slurm이 작업을 받지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made. Choose one that can be written to.</source>
        <translation>&quot;%1&quot; 폴더를 만들 수 없습니다. 쓸 수 있는 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The list of tasks &quot;%1&quot; cannot be read: %2.</source>
        <translation>작업 목록 &quot;%1&quot;을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>The list of tasks &quot;%1&quot; is damaged. Hand the archive to Slurm again.</source>
        <translation>작업 목록 &quot;%1&quot;이(가) 손상되었습니다. 보관소를 Slurm에 다시 넘기십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::SourceLayers</name>
    <message>
        <source>The map &quot;%1&quot; cannot be read: it is not there any more, or may not be read.</source>
        <translation>지도 &quot;%1&quot;을(를) 읽을 수 없습니다. 더 이상 없거나 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say in which coordinate system it is: give it one in QGIS.</source>
        <translation>&quot;%1&quot;에 좌표계가 없습니다. QGIS에서 좌표계를 지정하십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no map that QGIS can show.</source>
        <translation>&quot;%1&quot;에 QGIS가 표시할 수 있는 지도가 없습니다.</translation>
    </message>
    <message>
        <source>The map &quot;%1&quot; cannot be shown: %2 does not answer, or has no such layer. %3</source>
        <translation>지도 &quot;%1&quot;을(를) 표시할 수 없습니다. %2이(가) 응답하지 않거나 그런 레이어가 없습니다. %3</translation>
    </message>
</context>
<context>
    <name>sheen::SplitTool</name>
    <message>
        <source>Split slick</source>
        <translation>유막 나누기</translation>
    </message>
    <message>
        <source>Draw a line across a slick, from outside to outside.</source>
        <translation>유막을 가로질러 바깥에서 바깥으로 선을 그리십시오.</translation>
    </message>
    <message>
        <source>The line divides no slick: begin and end it outside of the outline.</source>
        <translation>선이 유막을 나누지 않습니다. 윤곽선 밖에서 시작하고 끝내십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::Stac</name>
    <message>
        <source>&quot;%1&quot; could not be written (%2). Make room on the disk or choose another folder.</source>
        <translation>&quot;%1&quot;을(를) 쓸 수 없습니다(%2). 디스크 공간을 마련하거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made. Choose one that can be written to.</source>
        <translation>&quot;%1&quot; 폴더를 만들 수 없습니다. 쓸 수 있는 폴더를 고르십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::StartHint</name>
    <message>
        <source>Open a flight</source>
        <translation>비행 열기</translation>
    </message>
    <message>
        <source>Open a video or a folder of frames, or drop one here.
Results of an earlier run open with their review.</source>
        <translation>영상이나 프레임 폴더를 열거나 여기에 끌어다 놓으십시오.
이전 실행의 결과는 검토 내용과 함께 열립니다.</translation>
    </message>
    <message>
        <source>Flights of last time:</source>
        <translation>지난번 비행:</translation>
    </message>
</context>
<context>
    <name>sheen::TableImportDialog</name>
    <message>
        <source>Horizontal field of view</source>
        <translation>수평 화각</translation>
    </message>
    <message>
        <source>Import Telemetry</source>
        <translation>텔레메트리 가져오기</translation>
    </message>
    <message>
        <source>Use This Table</source>
        <translation>이 표 사용</translation>
    </message>
    <message>
        <source>Against the recording</source>
        <translation>녹화와 비교</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Added to the times of the table, to make them those of the recording</source>
        <translation>표의 시각에 더해 녹화의 시각으로 맞춥니다</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Of the camera, because the table tells neither that nor a focal length</source>
        <translation>표에 화각도 초점 거리도 없을 때 카메라의 화각</translation>
    </message>
    <message>
        <source>Time shift</source>
        <translation>시간 이동</translation>
    </message>
    <message>
        <source>The table is being read…</source>
        <translation>표를 읽는 중…</translation>
    </message>
    <message>
        <source>There is not enough memory for this table.</source>
        <translation>이 표를 읽을 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>%1: %2 rows</source>
        <translation>%1: %2행</translation>
    </message>
    <message>
        <source>Choose the unit of the column &quot;%1&quot;.</source>
        <translation>열 &quot;%1&quot;의 단위를 고르십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; are both taken for the same: %3.</source>
        <translation>&quot;%1&quot;과(와) &quot;%2&quot;이(가) 같은 것으로 해석됩니다: %3.</translation>
    </message>
    <message>
        <source>Choose the columns of latitude and longitude.</source>
        <translation>위도와 경도 열을 고르십시오.</translation>
    </message>
    <message>
        <source>Choose the column of the altitude.</source>
        <translation>고도 열을 고르십시오.</translation>
    </message>
    <message>
        <source>Choose the column of the time.</source>
        <translation>시간 열을 고르십시오.</translation>
    </message>
    <message>
        <source>The table tells neither field of view nor focal length: say the camera&apos;s field of view above.</source>
        <translation>표에 화각도 초점 거리도 없습니다. 위에 카메라의 화각을 넣으십시오.</translation>
    </message>
    <message>
        <source>The table says nothing of the times above. Shift it.</source>
        <translation>위 시각이 표에 없습니다. 시간을 옮기십시오.</translation>
    </message>
    <message>
        <source>The table goes from %1 to %2 of the recording, which is %3 long.</source>
        <translation>표는 길이 %3인 녹화의 %1부터 %2까지입니다.</translation>
    </message>
    <message>
        <source>On average it is %1 m from what the picture says.</source>
        <translation>화면에서 읽은 위치와 평균 %1 m 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>It does not say where the camera looks: straight down is assumed.</source>
        <translation>카메라 방향이 없어 수직 아래로 가정합니다.</translation>
    </message>
    <message>
        <source>Its heights are above the take-off, which is taken to lie at sea level.</source>
        <translation>높이가 이륙 지점 기준이며, 이륙 지점을 해수면으로 봅니다.</translation>
    </message>
</context>
<context>
    <name>sheen::TablePreview</name>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Position in the table</source>
        <translation>표의 위치</translation>
    </message>
    <message>
        <source>Altitude</source>
        <translation>고도</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>기수 방위</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>화면의 위치</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>not in the table</source>
        <translation>표에 없음</translation>
    </message>
</context>
<context>
    <name>sheen::TableSettings</name>
    <message>
        <source>Seconds added to the table&apos;s times.</source>
        <translation>표의 시각에 더할 초.</translation>
    </message>
    <message>
        <source>Horizontal field of view, where table or pictures do not tell it.</source>
        <translation>표나 사진에 없을 때의 수평 화각.</translation>
    </message>
</context>
<context>
    <name>sheen::TaughtModelsDialog</name>
    <message>
        <source>Taught Models</source>
        <translation>가르친 모델</translation>
    </message>
    <message>
        <source>&amp;Use for This Flight</source>
        <translation>이 비행에 쓰기(&amp;U)</translation>
    </message>
    <message>
        <source>The next run is done with it, and what is marked from now on teaches it further</source>
        <translation>다음 처리는 이 모델로 하며, 이제부터 표시하는 것은 이 모델을 더 가르칩니다</translation>
    </message>
    <message>
        <source>&amp;Hand On…</source>
        <translation>건네주기(&amp;H)…</translation>
    </message>
    <message>
        <source>Copies its file, which is all that others need</source>
        <translation>파일을 복사합니다. 다른 사람에게는 이 파일만 있으면 됩니다</translation>
    </message>
    <message>
        <source>&amp;Take In…</source>
        <translation>받아들이기(&amp;T)…</translation>
    </message>
    <message>
        <source>Adds a file that somebody handed on; nothing of it runs yet</source>
        <translation>건네받은 파일을 더합니다. 아직 아무것도 실행하지 않습니다</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>잊기(&amp;F)</translation>
    </message>
    <message>
        <source>Takes it out of this list</source>
        <translation>이 목록에서 뺍니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>%1 (its file is gone)</source>
        <translation>%1(파일이 없음)</translation>
    </message>
    <message>
        <source>Nothing was taught yet: mark something in a frame of results, and apply it.</source>
        <translation>아직 가르친 것이 없습니다. 결과의 프레임에 표시하고 적용하십시오.</translation>
    </message>
    <message>
        <source>Hand a taught model on</source>
        <translation>가르친 모델 건네주기</translation>
    </message>
    <message>
        <source>Models (*.pt)</source>
        <translation>모델 (*.pt)</translation>
    </message>
    <message>
        <source>Take a taught model in</source>
        <translation>가르친 모델 받아들이기</translation>
    </message>
    <message>
        <source>Models (*.pt);;All files (*)</source>
        <translation>모델 (*.pt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Forget a taught model</source>
        <translation>가르친 모델 잊기</translation>
    </message>
    <message>
        <source>Forget &quot;%1&quot;? A file beside results stays there; a copy that was taken in goes.</source>
        <translation>&quot;%1&quot;을(를) 잊을까요? 결과 옆의 파일은 남고, 받아들인 사본은 지웁니다.</translation>
    </message>
</context>
<context>
    <name>sheen::TeachCommand</name>
    <message>
        <source>--day needs a day like 2024-05-31, not &quot;%1&quot;.</source>
        <translation>--day에는 &quot;%1&quot;이(가) 아니라 2024-05-31과 같은 날짜가 필요합니다.</translation>
    </message>
    <message>
        <source>--threads needs a whole number from 1 on.</source>
        <translation>--threads에는 1 이상의 정수가 필요합니다.</translation>
    </message>
    <message>
        <source>sheen teach takes one flight at most.</source>
        <translation>sheen teach는 비행을 하나까지만 받습니다.</translation>
    </message>
    <message>
        <source>sheen teach needs --out MODEL.pt, the file to write.</source>
        <translation>sheen teach에는 기록할 파일인 --out MODEL.pt가 필요합니다.</translation>
    </message>
    <message>
        <source>sheen teach needs --marks DIR, a folder of NAME.marks.png with their pictures.</source>
        <translation>sheen teach에는 NAME.marks.png와 그 영상이 있는 폴더인 --marks DIR이 필요합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was taught with %2 strokes of oil and %3 of something else in %4 pictures.</source>
        <translation>&quot;%1&quot;을(를) 영상 %4장의 기름 획 %2개와 다른 것의 획 %3개로 가르쳤습니다.</translation>
    </message>
    <message>
        <source>On strokes that were held out it finds oil with an overlap of %1 of 1; it was checked on nothing else.</source>
        <translation>따로 떼어 둔 획에서 기름을 1 가운데 %1의 겹침으로 찾습니다. 그 밖의 것으로는 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Teaches a model from marks, pictures in which oil and other things were painted, and writes a model file for --model.</source>
        <translation>기름과 다른 것을 칠한 영상인 표시로 모델을 가르치고 --model에 쓸 모델 파일을 기록합니다.</translation>
    </message>
    <message>
        <source>Whose frames are marked: NAME is then a frame&apos;s number where no picture lies beside it. A workspace adds the slicks that were decided in it, and needs no marks.</source>
        <translation>프레임에 표시한 비행. 옆에 영상이 없으면 NAME은 프레임 번호입니다. 작업 파일은 거기서 판정한 유막을 더하며 표시가 필요 없습니다.</translation>
    </message>
    <message>
        <source>Folder of NAME.marks.png, each with NAME.png or NAME.jpg: 0 nothing, 1 + class value, 255 any oil.</source>
        <translation>NAME.png 또는 NAME.jpg가 함께 있는 NAME.marks.png의 폴더. 0은 없음, 1 + 분류 값, 255는 어떤 기름이든.</translation>
    </message>
    <message>
        <source>The model file to write.</source>
        <translation>기록할 모델 파일.</translation>
    </message>
    <message>
        <source>The model to teach; the shipped one unless given.</source>
        <translation>가르칠 모델. 지정하지 않으면 함께 배포된 모델.</translation>
    </message>
    <message>
        <source>What the taught model is called.</source>
        <translation>가르친 모델의 이름.</translation>
    </message>
    <message>
        <source>Who marked, for the model&apos;s card.</source>
        <translation>모델 카드에 적을, 표시한 사람.</translation>
    </message>
    <message>
        <source>The day for the model&apos;s card, as 2024-05-31; today unless given.</source>
        <translation>모델 카드에 적을 날짜(2024-05-31 형식). 지정하지 않으면 오늘.</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:n.</source>
        <translation>auto, cpu, cuda 또는 cuda:n.</translation>
    </message>
    <message>
        <source>Threads to use; as many as the machine has unless given.</source>
        <translation>사용할 스레드 수. 지정하지 않으면 컴퓨터에 있는 만큼.</translation>
    </message>
    <message>
        <source>Nothing on stderr but errors.</source>
        <translation>stderr에는 오류만 출력.</translation>
    </message>
</context>
<context>
    <name>sheen::TeachPanel</name>
    <message>
        <source>What was marked; a double click shows its frame, Delete takes it back</source>
        <translation>표시한 것. 두 번 클릭하면 그 프레임을 보이고 Delete로 거둡니다</translation>
    </message>
    <message>
        <source>What is drawn on the frame with the left button; the middle one moves it</source>
        <translation>왼쪽 단추로 프레임에 그리는 것. 가운데 단추는 프레임을 옮깁니다</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Take &amp;Back</source>
        <translation>거두기(&amp;B)</translation>
    </message>
    <message>
        <source>No brush</source>
        <translation>붓 없음</translation>
    </message>
    <message>
        <source>Oil</source>
        <translation>기름</translation>
    </message>
    <message>
        <source>%1 (no oil)</source>
        <translation>%1(기름 아님)</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Frame %1: %2</source>
        <translation>프레임 %1: %2</translation>
    </message>
    <message>
        <source>Choose a brush and draw on the frame what is oil and what is none.</source>
        <translation>붓을 고르고 프레임에 기름인 것과 아닌 것을 그리십시오.</translation>
    </message>
    <message>
        <source>Learned in %1 s. Draw where the mask is wrong; Apply runs the flight with it.</source>
        <translation>%1초 만에 배웠습니다. 마스크가 틀린 곳에 그리십시오. 적용하면 이것으로 비행을 처리합니다.</translation>
    </message>
    <message>
        <source>What was learned is being written.</source>
        <translation>배운 것을 기록하는 중입니다.</translation>
    </message>
    <message>
        <source>Kept as &quot;%1&quot;.</source>
        <translation>&quot;%1&quot;(으)로 두었습니다.</translation>
    </message>
    <message>
        <source>On marks that were held out it finds oil with an overlap of %1 of 1; it was checked on nothing else.</source>
        <translation>따로 남겨 둔 표시에서 기름을 겹침 %1(최대 1)로 찾습니다. 그 밖에는 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1, a patch</source>
        <translation>%1, 영역</translation>
    </message>
    <message>
        <source>Other marks say the opposite of the same looks: take one of them back</source>
        <translation>다른 표시가 같은 모습을 반대로 말합니다. 둘 가운데 하나를 거두십시오</translation>
    </message>
    <message>
        <source>Taught on %1</source>
        <translation>%1에서 가르침</translation>
    </message>
    <message>
        <source>What was &amp;decided teaches, too</source>
        <translation>판정한 것도 가르치기(&amp;D)</translation>
    </message>
    <message>
        <source>Slicks that were accepted, edited or drawn are oil, rejected ones are none, in the frames that show them best</source>
        <translation>승인하거나 편집하거나 그린 유막은 기름, 기각한 유막은 기름이 아닌 것으로, 가장 잘 보이는 프레임에서 가르칩니다</translation>
    </message>
    <message>
        <source>Width of the brush ([ and ], or Ctrl and the wheel, in the frame)</source>
        <translation>붓의 너비(프레임에서 [ 와 ], 또는 Ctrl과 휠)</translation>
    </message>
    <message>
        <source>Takes the last step back (Ctrl+Z in the frame; Ctrl+Shift+Z does it again)</source>
        <translation>마지막 단계를 거둡니다(프레임에서 Ctrl+Z, 다시 하려면 Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>모델(&amp;M)…</translation>
    </message>
    <message>
        <source>Models that were taught: use one, hand it on, take one in, forget it</source>
        <translation>가르친 모델: 쓰기, 건네주기, 받아들이기, 잊기</translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation>적용(&amp;A)…</translation>
    </message>
    <message>
        <source>Shows other frames with what was learned, then runs the flight with it</source>
        <translation>배운 것을 다른 프레임에서 보인 다음 그것으로 비행을 처리합니다</translation>
    </message>
    <message>
        <source>This Is &amp;Not Oil</source>
        <translation>기름이 아님(&amp;N)</translation>
    </message>
    <message>
        <source>This Is &amp;Oil, Too</source>
        <translation>이것도 기름(&amp;O)</translation>
    </message>
    <message>
        <source>Click: this patch is not oil</source>
        <translation>클릭: 이 영역은 기름이 아님</translation>
    </message>
    <message>
        <source>Click: this is oil, too</source>
        <translation>클릭: 이것도 기름</translation>
    </message>
</context>
<context>
    <name>sheen::Teaching</name>
    <message>
        <source>The model &quot;%1&quot; has no class that is no oil, so it cannot be taught.</source>
        <translation>모델 &quot;%1&quot;에는 기름이 아닌 분류가 없어 가르칠 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is marked: there is nothing to learn from.</source>
        <translation>표시한 것이 없어 배울 것이 없습니다.</translation>
    </message>
    <message>
        <source>No oil is marked, and the model sees none in these pictures either: mark some oil, or pictures in which the model errs.</source>
        <translation>기름 표시가 없고 모델도 이 영상들에서 기름을 보지 못합니다. 기름을 표시하거나 모델이 틀리는 영상을 표시하십시오.</translation>
    </message>
    <message>
        <source>Only oil is marked, and to the model these pictures are nothing but oil: mark something that is none.</source>
        <translation>기름만 표시되어 있고 모델에게 이 영상들은 온통 기름입니다. 기름이 아닌 것을 표시하십시오.</translation>
    </message>
    <message>
        <source>Only oil is marked: the rest of these pictures stands for everything else, at half weight. Mark something that is no oil as well.</source>
        <translation>기름만 표시되어 있어 이 영상들의 나머지가 절반의 무게로 다른 모든 것을 대신합니다. 기름이 아닌 것도 표시하십시오.</translation>
    </message>
    <message>
        <source>Only what is no oil is marked: such marks only take away, and no oil is found that the model has missed. Mark some oil as well.</source>
        <translation>기름이 아닌 것만 표시되었습니다. 이런 표시는 빼기만 하며, 모델이 놓친 기름은 찾지 못합니다. 기름도 표시하십시오.</translation>
    </message>
    <message>
        <source>Too few strokes to say how sure this is: mark two of oil and two of something else at least.</source>
        <translation>획이 너무 적어 얼마나 확실한지 말할 수 없습니다. 기름과 다른 것을 적어도 둘씩 표시하십시오.</translation>
    </message>
    <message>
        <source>Not sure of itself: on strokes that were held out it finds oil with an overlap of %1 of 1. Mark more, where it errs.</source>
        <translation>확실하지 않습니다. 따로 떼어 둔 획에서 기름을 1 가운데 %1의 겹침으로 찾습니다. 틀리는 곳을 더 표시하십시오.</translation>
    </message>
    <message>
        <source>The marks contradict each other: at %1 of &quot;%2&quot; oil is marked where other strokes say of the same looks that they are none, so take one of them back.</source>
        <translation>표시가 서로 어긋납니다. &quot;%2&quot;의 %1에 기름이 표시되어 있으나 다른 획은 같은 모습을 기름이 아니라고 하므로 하나를 거두십시오.</translation>
    </message>
    <message>
        <source>The marks contradict each other: at %1 of &quot;%2&quot; something else is marked where other strokes say of the same looks that they are oil, so take one of them back.</source>
        <translation>표시가 서로 어긋납니다. &quot;%2&quot;의 %1에 다른 것이 표시되어 있으나 다른 획은 같은 모습을 기름이라고 하므로 하나를 거두십시오.</translation>
    </message>
    <message>
        <source>The marks of &quot;%1&quot; and &quot;%2&quot;, which are the same picture, contradict each other at %3, %4: take one of them back.</source>
        <translation>같은 영상인 &quot;%1&quot;과(와) &quot;%2&quot;의 표시가 %3, %4에서 서로 어긋납니다. 하나를 거두십시오.</translation>
    </message>
    <message>
        <source>The marks of &quot;%1&quot; have %2 x %3 pixels, the picture %4 x %5: they must be of the same size.</source>
        <translation>&quot;%1&quot;의 표시는 %2 x %3 픽셀이고 영상은 %4 x %5 픽셀입니다. 크기가 같아야 합니다.</translation>
    </message>
    <message>
        <source>The marks of &quot;%1&quot; hold the value %2, which would be class %3, but the model &quot;%4&quot; has no such class: use 1 + a class value of its card, or 255 for any oil.</source>
        <translation>&quot;%1&quot;의 표시에 분류 %3을(를) 뜻하는 값 %2이(가) 있으나 모델 &quot;%4&quot;에는 그런 분류가 없습니다. 카드의 분류 값 + 1, 또는 어떤 기름이든 뜻하는 255를 쓰십시오.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read: %2.</source>
        <translation>파일 &quot;%1&quot;을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; marks no picture: put %2.png or %2.jpg beside it, or name it after the number of a frame, as 000120.marks.png.</source>
        <translation>&quot;%1&quot;이(가) 표시하는 영상이 없습니다. %2.png 또는 %2.jpg를 옆에 두거나 000120.marks.png처럼 프레임 번호로 이름 지으십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; marks no picture: put %2.png or %2.jpg beside it, or name the flight whose frame it marks.</source>
        <translation>&quot;%1&quot;이(가) 표시하는 영상이 없습니다. %2.png 또는 %2.jpg를 옆에 두거나 그 프레임이 속한 비행을 지정하십시오.</translation>
    </message>
    <message>
        <source>The folder of marks &quot;%1&quot; does not exist.</source>
        <translation>표시 폴더 &quot;%1&quot;이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds no marks: each picture NAME.png needs its NAME.marks.png.</source>
        <translation>폴더 &quot;%1&quot;에 표시가 없습니다. 영상 NAME.png마다 NAME.marks.png가 필요합니다.</translation>
    </message>
    <message>
        <source>The marks &quot;%1&quot; are no picture that can be read: save them as PNG.</source>
        <translation>표시 &quot;%1&quot;은(는) 읽을 수 있는 영상이 아닙니다. PNG로 저장하십시오.</translation>
    </message>
    <message>
        <source>The marks &quot;%1&quot; must be a PNG of 8 bit and one channel, whose values are the marks.</source>
        <translation>표시 &quot;%1&quot;은(는) 값이 곧 표시인 8비트 단일 채널 PNG여야 합니다.</translation>
    </message>
    <message>
        <source>The picture &quot;%1&quot; cannot be read: it is damaged, or neither PNG nor JPEG.</source>
        <translation>영상 &quot;%1&quot;을(를) 읽을 수 없습니다. 손상되었거나 PNG도 JPEG도 아닙니다.</translation>
    </message>
    <message>
        <source>The taught model &quot;%1&quot; is damaged or cut short: copy it again from where it came, or teach again.</source>
        <translation>가르친 모델 &quot;%1&quot;이(가) 손상되었거나 잘렸습니다. 원래 있던 곳에서 다시 복사하거나 다시 가르치십시오.</translation>
    </message>
    <message>
        <source>The taught model &quot;%1&quot; was written by a newer Sheen: use that one, or teach again.</source>
        <translation>가르친 모델 &quot;%1&quot;은(는) 더 새로운 Sheen이 기록했습니다. 그 Sheen을 쓰거나 다시 가르치십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; marks frame %2, which &quot;%3&quot; does not have.</source>
        <translation>&quot;%1&quot;이(가) 표시하는 프레임 %2이(가) &quot;%3&quot;에 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; marks frame %2, which cannot be decoded: %3</source>
        <translation>&quot;%1&quot;이(가) 표시하는 프레임 %2을(를) 디코딩할 수 없습니다: %3</translation>
    </message>
    <message>
        <source>Teaching was cancelled.</source>
        <translation>가르치기를 취소했습니다.</translation>
    </message>
    <message>
        <source>The taught model &quot;%1&quot; cannot be written: %2.</source>
        <translation>가르친 모델 &quot;%1&quot;을(를) 기록할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no taught model: choose it with Flight &gt; Choose Model.</source>
        <translation>&quot;%1&quot;은(는) 가르친 모델이 아닙니다. 비행 &gt; 모델 선택으로 고르십시오.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made.</source>
        <translation>폴더 &quot;%1&quot;을(를) 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; is another one than it was when it was taught, so it is not handed on.</source>
        <translation>파일 &quot;%1&quot;이(가) 가르쳤을 때와 달라 건네주지 않습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::TelemetryPanel</name>
    <message>
        <source>What is read of each frame appears here once a flight is open.</source>
        <translation>비행을 열면 각 프레임에서 읽은 값이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>This Frame</source>
        <translation>이 프레임</translation>
    </message>
    <message>
        <source>Over Time</source>
        <translation>시간별</translation>
    </message>
    <message>
        <source>Flight Settings</source>
        <translation>비행 설정</translation>
    </message>
    <message>
        <source>What is drawn over time</source>
        <translation>시간에 따라 그릴 값</translation>
    </message>
    <message>
        <source>The plot appears as soon as frames are run.</source>
        <translation>프레임을 실행하면 바로 그래프가 나타납니다.</translation>
    </message>
    <message>
        <source>Nothing is known of this in the flight.</source>
        <translation>이 비행에는 알려진 값이 없습니다.</translation>
    </message>
    <message>
        <source>no telemetry in this frame</source>
        <translation>이 프레임에 텔레메트리 없음</translation>
    </message>
    <message>
        <source>read from the overlay</source>
        <translation>오버레이에서 읽음</translation>
    </message>
    <message>
        <source>The recording is not at hand, so what was read cannot be shown in its picture.</source>
        <translation>녹화 파일이 없어 읽은 곳을 영상에서 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>from KLV or a table, so there is nothing to see in the picture</source>
        <translation>KLV 또는 표의 값이므로 영상에는 보일 것이 없음</translation>
    </message>
    <message>
        <source>Frame %1</source>
        <translation>프레임 %1</translation>
    </message>
</context>
<context>
    <name>sheen::TelemetryTable</name>
    <message>
        <source>The telemetry table &quot;%1&quot; has no column &quot;%2&quot;. Its columns are: %3.</source>
        <translation>텔레메트리 표 &quot;%1&quot;에 열 &quot;%2&quot;이(가) 없습니다. 열: %3.</translation>
    </message>
    <message>
        <source>A column cannot mean &quot;%1&quot;. Use one of: %2.</source>
        <translation>열의 뜻으로 &quot;%1&quot;은(는) 쓸 수 없습니다. 다음 중 하나를 쓰십시오: %2.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; cannot be in &quot;%2&quot;. Its units are: %3.</source>
        <translation>열 &quot;%1&quot;의 단위로 &quot;%2&quot;은(는) 쓸 수 없습니다. 단위: %3.</translation>
    </message>
    <message>
        <source>no row has a time.</source>
        <translation>시각이 있는 행이 없습니다.</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; does not say its unit (%2). Say it like --units &quot;%1=%3&quot;.</source>
        <translation>열 &quot;%1&quot;에 단위(%2)가 없습니다. --units &quot;%1=%3&quot;처럼 알려 주십시오.</translation>
    </message>
    <message>
        <source>no column with times or frame numbers was recognised in it. Name it like --columns &quot;%1=time&quot;.</source>
        <translation>시각이나 프레임 번호 열을 알아볼 수 없습니다. --columns &quot;%1=time&quot;처럼 알려 주십시오.</translation>
    </message>
    <message>
        <source>line %1, column &quot;%2&quot;: &quot;%3&quot; is no time.</source>
        <translation>%1번째 줄, 열 &quot;%2&quot;: &quot;%3&quot;은(는) 시각이 아닙니다.</translation>
    </message>
    <message>
        <source>line %1, column &quot;%2&quot;: &quot;%3&quot; is not a number.</source>
        <translation>%1번째 줄, 열 &quot;%2&quot;: &quot;%3&quot;은(는) 수가 아닙니다.</translation>
    </message>
    <message>
        <source>line %1, column &quot;%2&quot;: %3 is out of its range.</source>
        <translation>%1번째 줄, 열 &quot;%2&quot;: %3은(는) 범위를 벗어났습니다.</translation>
    </message>
    <message>
        <source>line %1: &quot;%2&quot; goes back to %3. Sort the rows by their time.</source>
        <translation>%1번째 줄: &quot;%2&quot;이(가) %3(으)로 되돌아갑니다. 행을 시간순으로 정렬하십시오.</translation>
    </message>
    <message>
        <source>line %1: &quot;%2&quot; is %3 as in line %4 already. Leave one of the rows out, or choose another column for the time.</source>
        <translation>%1번째 줄: &quot;%2&quot;이(가) %4번째 줄과 같은 %3입니다. 한 행을 빼거나 다른 시간 열을 고르십시오.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>it is larger than a table of telemetry can be.</source>
        <translation>텔레메트리 표로는 너무 큽니다.</translation>
    </message>
    <message>
        <source>The telemetry table &quot;%1&quot; cannot be used: %2</source>
        <translation>텔레메트리 표 &quot;%1&quot;을(를) 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>it is no text. Name a CSV file.</source>
        <translation>텍스트가 아닙니다. CSV 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>it is empty.</source>
        <translation>비어 있습니다.</translation>
    </message>
    <message>
        <source>it holds no rows.</source>
        <translation>행이 없습니다.</translation>
    </message>
    <message>
        <source>line %1 names the column &quot;%2&quot; twice.</source>
        <translation>%1번째 줄에 열 &quot;%2&quot;이(가) 두 번 나옵니다.</translation>
    </message>
    <message>
        <source>it holds no position: no columns with latitude and longitude were recognised. Name them like --columns &quot;NAME=latitude&quot;.</source>
        <translation>위치가 없습니다. 위도와 경도 열을 알아볼 수 없습니다. --columns &quot;이름=latitude&quot;처럼 알려 주십시오.</translation>
    </message>
    <message>
        <source>it holds no height: no column with an altitude was recognised. Name it like --columns &quot;NAME=altitude&quot;.</source>
        <translation>높이가 없습니다. 고도 열을 알아볼 수 없습니다. --columns &quot;이름=altitude&quot;처럼 알려 주십시오.</translation>
    </message>
    <message>
        <source>it holds neither field of view nor focal length. Say the horizontal field of view in degrees with --hfov.</source>
        <translation>화각도 초점 거리도 없습니다. --hfov로 수평 화각(도)을 알려 주십시오.</translation>
    </message>
    <message>
        <source>it holds frame numbers and no times, so it cannot be shifted in time.</source>
        <translation>시각 없이 프레임 번호만 있어 시간을 옮길 수 없습니다.</translation>
    </message>
    <message>
        <source>line %1, column &quot;frame&quot;: line %2 already gives frame %3.</source>
        <translation>%1행 &quot;frame&quot; 열: 프레임 %3은(는) 이미 %2행에 있습니다.</translation>
    </message>
    <message>
        <source>it holds no rows: its subtitles tell nothing of the flight.</source>
        <translation>행이 없습니다. 자막에 비행에 관한 것이 없습니다.</translation>
    </message>
    <message>
        <source>its subtitles tell no position, or in a form that is not known.</source>
        <translation>자막에 위치가 없거나 알려지지 않은 형식입니다.</translation>
    </message>
</context>
<context>
    <name>sheen::TelemetryText</name>
    <message>
        <source>Video</source>
        <translation>영상</translation>
    </message>
    <message>
        <source>Folder of frames</source>
        <translation>프레임 폴더</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>프레임 %1개</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>초당 %1개</translation>
    </message>
    <message>
        <source>KLV in the video. The first frame reads:</source>
        <translation>영상에 KLV가 있습니다. 첫 프레임의 값:</translation>
    </message>
    <message>
        <source>Overlay recognised: %1 (%2 % of its fields read). The first frame reads:</source>
        <translation>오버레이 인식: %1 (항목의 %2 % 판독). 첫 프레임의 값:</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>화각</translation>
    </message>
    <message>
        <source>EXIF and XMP of the pictures. The first frame reads:</source>
        <translation>사진의 EXIF와 XMP. 첫 프레임의 값:</translation>
    </message>
    <message>
        <source>No telemetry was recognised in the first frames. Oil will be found, but without a place on the map. Draw where the overlay shows what with Flight &gt; Overlay Layout, or choose a table beside the recording above.</source>
        <translation>처음 프레임들에서 텔레메트리를 알아보지 못했습니다. 기름은 찾지만 지도 위의 위치는 없습니다. 비행 &gt; 오버레이 배치에서 오버레이의 어디에 무엇이 있는지 그리거나, 위에서 영상 옆의 표를 고르십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::TieFitForm</name>
    <message>
        <source>stays</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>%1 px, %2 m</source>
        <translation>%1 px, %2 m</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>팬</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>틸트</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>롤</translation>
    </message>
    <message>
        <source>Focal scale</source>
        <translation>초점 배율</translation>
    </message>
    <message>
        <source>Off by (RMS): %1 → &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>오차(RMS): %1 → &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞추기</translation>
    </message>
    <message>
        <source>Find the values that bring the points together</source>
        <translation>기준점이 서로 맞는 값을 찾습니다</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Place the flight again with these values</source>
        <translation>이 값으로 비행을 다시 배치합니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>모두 그대로 둡니다</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Return to the calibration from before the last fit was accepted</source>
        <translation>마지막으로 적용하기 전의 보정으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Values to fit</source>
        <translation>맞출 값</translation>
    </message>
    <message>
        <source>Whether this value follows the points; what few points cannot tell is better left as it is</source>
        <translation>이 값을 기준점에 맞출지 정합니다. 적은 점으로 알 수 없는 값은 그대로 두는 편이 낫습니다</translation>
    </message>
</context>
<context>
    <name>sheen::TieMode</name>
    <message>
        <source>Point %1: click something in the frame whose place is known, like a pier or a buoy.</source>
        <translation>점 %1: 부두나 부표처럼 위치를 아는 것을 프레임에서 클릭하십시오.</translation>
    </message>
    <message>
        <source>Click the same thing in the frame. Esc drops the point.</source>
        <translation>같은 것을 프레임에서 클릭하십시오. Esc를 누르면 이 점을 버립니다.</translation>
    </message>
    <message>
        <source>Click the same thing on the map, or type its place in the table. Esc drops the point.</source>
        <translation>같은 것을 지도에서 클릭하거나 표에 위치를 입력하십시오. Esc를 누르면 이 점을 버립니다.</translation>
    </message>
</context>
<context>
    <name>sheen::TiePage</name>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete the points that are selected</source>
        <translation>선택한 점을 삭제합니다</translation>
    </message>
    <message>
        <source>Mark things whose place is known, in a frame and on the map, and fit the camera&apos;s calibration to them.</source>
        <translation>위치를 아는 것을 프레임과 지도에 표시하고 카메라 보정을 거기에 맞춥니다.</translation>
    </message>
    <message>
        <source>Point %1 cannot be seen by the camera of frame %2. Check its place, or turn it off.</source>
        <translation>점 %1은(는) 프레임 %2의 카메라에 보이지 않습니다. 위치를 확인하거나 이 점을 끄십시오.</translation>
    </message>
    <message>
        <source>No calibration brings these points together. Check their places.</source>
        <translation>이 점들이 서로 맞는 보정이 없습니다. 점의 위치를 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::TieTableModel</name>
    <message>
        <source>not seen</source>
        <translation>보이지 않음</translation>
    </message>
    <message>
        <source>click in the frame</source>
        <translation>프레임에서 클릭</translation>
    </message>
    <message>
        <source>click on the map or type</source>
        <translation>지도에서 클릭 또는 입력</translation>
    </message>
    <message>
        <source>Whether this point counts for a fit</source>
        <translation>이 점을 맞추기에 쓸지 정합니다</translation>
    </message>
    <message>
        <source>Double-click to type degrees; both at once in the latitude, like 34.67200N, 128.28100E</source>
        <translation>두 번 클릭하여 도 단위로 입력하십시오. 위도 칸에는 34.67200N, 128.28100E처럼 한꺼번에 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>Pixel x / y</source>
        <translation>픽셀 x / y</translation>
    </message>
    <message>
        <source>Latitude °</source>
        <translation>위도 °</translation>
    </message>
    <message>
        <source>Longitude °</source>
        <translation>경도 °</translation>
    </message>
    <message>
        <source>Off by, m</source>
        <translation>오차 m</translation>
    </message>
    <message>
        <source>Off by, px</source>
        <translation>오차 px</translation>
    </message>
</context>
<context>
    <name>sheen::Timeline</name>
    <message>
        <source>Frame %1, %2</source>
        <translation>프레임 %1, %2</translation>
    </message>
    <message>
        <source>Oil was found.</source>
        <translation>기름을 찾았습니다.</translation>
    </message>
    <message>
        <source>Without a place on the map.</source>
        <translation>지도에 위치가 없습니다.</translation>
    </message>
    <message>
        <source>Its place comes from neighbouring frames.</source>
        <translation>이웃 프레임으로 위치를 채웠습니다.</translation>
    </message>
    <message>
        <source>The picture could not be decoded.</source>
        <translation>영상을 해독하지 못했습니다.</translation>
    </message>
    <message>
        <source>Not run yet.</source>
        <translation>아직 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>메모: %1</translation>
    </message>
</context>
<context>
    <name>sheen::TrackChangeText</name>
    <message>
        <source>as the telemetry says</source>
        <translation>텔레메트리에 따름</translation>
    </message>
    <message>
        <source>mean sea level</source>
        <translation>평균 해수면</translation>
    </message>
    <message>
        <source>ellipsoid</source>
        <translation>타원체</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Altitudes from</source>
        <translation>고도 기준</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>육지</translation>
    </message>
    <message>
        <source>as displayed</source>
        <translation>표시된 대로</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>평활</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>보간</translation>
    </message>
    <message>
        <source>held</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Sensor width %1</source>
        <translation>센서 너비 %1</translation>
    </message>
    <message>
        <source>Other sensors&apos; width</source>
        <translation>다른 센서의 너비</translation>
    </message>
    <message>
        <source>Clock zone</source>
        <translation>시계 시간대</translation>
    </message>
    <message>
        <source>Clock shift</source>
        <translation>시계 이동</translation>
    </message>
    <message>
        <source>Sea level</source>
        <translation>해수면</translation>
    </message>
    <message>
        <source>Display period</source>
        <translation>표시 주기</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>빈 구간</translation>
    </message>
    <message>
        <source>Camera calibration</source>
        <translation>카메라 보정</translation>
    </message>
    <message>
        <source>Telemetry settings</source>
        <translation>텔레메트리 설정</translation>
    </message>
    <message>
        <source>Boresight pan</source>
        <translation>조준 팬</translation>
    </message>
    <message>
        <source>Boresight tilt</source>
        <translation>조준 틸트</translation>
    </message>
    <message>
        <source>Boresight roll</source>
        <translation>조준 롤</translation>
    </message>
    <message>
        <source>Focal scale</source>
        <translation>초점 배율</translation>
    </message>
    <message>
        <source>times</source>
        <translation>배</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation>제외함</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>읽은 대로</translation>
    </message>
    <message>
        <source>%1 in frame %2: %3 → %4</source>
        <translation>프레임 %2의 %1: %3 → %4</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>최소 구역</translation>
    </message>
    <message>
        <source>Gap within a slick</source>
        <translation>유막 안의 간격</translation>
    </message>
</context>
<context>
    <name>sheen::TrackChanges</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sheen::TrackMark</name>
    <message>
        <source>read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>채움</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접 지정</translation>
    </message>
    <message>
        <source>nothing known</source>
        <translation>알려진 값 없음</translation>
    </message>
</context>
<context>
    <name>sheen::TrackPlot</name>
    <message>
        <source>Frame %1, %2</source>
        <translation>프레임 %1, %2</translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>읽은 값: %1</translation>
    </message>
</context>
<context>
    <name>sheen::TrackSeries</name>
    <message>
        <source>Aircraft, north</source>
        <translation>항공기 북쪽 위치</translation>
    </message>
    <message>
        <source>Aircraft, east</source>
        <translation>항공기 동쪽 위치</translation>
    </message>
    <message>
        <source>Height above the sea</source>
        <translation>해수면 위 높이</translation>
    </message>
    <message>
        <source>Aircraft heading</source>
        <translation>항공기 기수 방위</translation>
    </message>
    <message>
        <source>Camera bearing</source>
        <translation>카메라 방위</translation>
    </message>
    <message>
        <source>Camera depression</source>
        <translation>카메라 부각</translation>
    </message>
    <message>
        <source>Field of view</source>
        <translation>화각</translation>
    </message>
    <message>
        <source>Slant range</source>
        <translation>경사 거리</translation>
    </message>
    <message>
        <source>Target, north</source>
        <translation>표적 북쪽 위치</translation>
    </message>
    <message>
        <source>Target, east</source>
        <translation>표적 동쪽 위치</translation>
    </message>
</context>
<context>
    <name>sheen::TrackSettings</name>
    <message>
        <source>auto (as the telemetry says; an overlay means sea level), msl or ellipsoid: what altitudes are counted from.</source>
        <translation>auto(텔레메트리에 따름, 오버레이는 해수면 기준), msl 또는 ellipsoid: 고도의 기준.</translation>
    </message>
    <message>
        <source>Heights of the land, a raster in any coordinate system; without it all is sea.</source>
        <translation>육지 높이 래스터(좌표계 무관). 없으면 모두 바다로 봅니다.</translation>
    </message>
    <message>
        <source>smooth (unless given), interpolate or hold: how telemetry is completed over time.</source>
        <translation>smooth(기본값), interpolate 또는 hold: 텔레메트리를 시간에 따라 채우는 방법.</translation>
    </message>
    <message>
        <source>Zone of the overlay&apos;s clock in hours ahead of UTC, instead of the one displayed.</source>
        <translation>표시된 시간대 대신 쓸 오버레이 시계의 시간대(UTC보다 앞선 시간).</translation>
    </message>
    <message>
        <source>Seconds that are added to the overlay&apos;s clock.</source>
        <translation>오버레이 시계에 더할 초.</translation>
    </message>
</context>
<context>
    <name>sheen::TrackSettingsForm</name>
    <message>
        <source>as the telemetry says</source>
        <translation>텔레메트리에 따름</translation>
    </message>
    <message>
        <source>mean sea level</source>
        <translation>평균 해수면</translation>
    </message>
    <message>
        <source>ellipsoid</source>
        <translation>타원체</translation>
    </message>
    <message>
        <source>What altitudes are counted from. Those of an overlay mean sea level unless you say otherwise; from the ellipsoid (WGS84) the geoid&apos;s height is taken off.</source>
        <translation>고도의 기준입니다. 따로 정하지 않으면 오버레이의 고도는 해수면 기준으로 봅니다. 타원체(WGS84) 기준이면 지오이드고를 뺍니다.</translation>
    </message>
    <message>
        <source>Altitudes from</source>
        <translation>고도 기준</translation>
    </message>
    <message>
        <source>Land</source>
        <translation>육지</translation>
    </message>
    <message>
        <source>none: all is sea</source>
        <translation>없음: 모두 바다</translation>
    </message>
    <message>
        <source>A raster of heights above sea level, where the flight saw a coast. Pictures and oil are then placed on the land that stands in their way.</source>
        <translation>비행에서 해안을 촬영했을 때 쓰는 해발 높이 래스터입니다. 영상과 기름을 시선이 처음 닿는 육지 위에 배치합니다.</translation>
    </message>
    <message>
        <source>Choose a raster</source>
        <translation>래스터 선택</translation>
    </message>
    <message>
        <source>Heights of the land</source>
        <translation>육지 높이</translation>
    </message>
    <message>
        <source>Rasters (*.tif *.tiff *.vrt *.asc *.dt0 *.dt1 *.dt2 *.hgt *.img *.nc *.gpkg);;All files (*)</source>
        <translation>래스터 (*.tif *.tiff *.vrt *.asc *.dt0 *.dt1 *.dt2 *.hgt *.img *.nc *.gpkg);;모든 파일 (*)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 초</translation>
    </message>
    <message>
        <source>Added to the clock, where it is known to run late or early</source>
        <translation>시계가 늦거나 빠를 때 더하는 값</translation>
    </message>
    <message>
        <source>as shown</source>
        <translation>표시된 대로</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Whose time the clock shows. The zone beside it is not always that of the clock.</source>
        <translation>시계가 나타내는 시간대입니다. 옆에 표시된 시간대가 시계의 시간대와 다를 수 있습니다.</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 시간</translation>
    </message>
    <message>
        <source>Hours that the clock is ahead of UTC</source>
        <translation>시계가 UTC보다 앞선 시간</translation>
    </message>
    <message>
        <source>smooth the motion</source>
        <translation>움직임을 매끄럽게</translation>
    </message>
    <message>
        <source>interpolate gaps</source>
        <translation>빈 구간 보간</translation>
    </message>
    <message>
        <source>hold the last value</source>
        <translation>마지막 값 유지</translation>
    </message>
    <message>
        <source>What is done about values that are missing, rejected, or coarser than the motion</source>
        <translation>없거나 거부되었거나 움직임보다 거친 값을 다루는 방법</translation>
    </message>
    <message>
        <source>Clock shift</source>
        <translation>시계 보정</translation>
    </message>
    <message>
        <source>Clock zone</source>
        <translation>시계 시간대</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>빈 구간</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Height of the sea in the reference of the altitudes shown</source>
        <translation>표시된 고도의 기준에서 본 해수면 높이</translation>
    </message>
    <message>
        <source>Sea level</source>
        <translation>해수면</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Width behind the focal length: field of view = 2 atan(width / 2 focal length)</source>
        <translation>초점 거리에 해당하는 너비: 화각 = 2 atan(너비 / 2 초점 거리)</translation>
    </message>
    <message>
        <source>Width, %1</source>
        <translation>너비, %1</translation>
    </message>
</context>
<context>
    <name>sheen::TransportStream</name>
    <message>
        <source>There is no recording with KLV: the pictures of &quot;%1&quot; are coded as %2, which no transport stream holds, and Sheen does not code them anew. Convert the recording to H.264, run that, and write it again.</source>
        <translation>KLV가 든 녹화를 만들지 않았습니다. &quot;%1&quot;의 영상은 전송 스트림에 담을 수 없는 %2(으)로 부호화되어 있고, Sheen은 다시 부호화하지 않습니다. 녹화를 H.264로 변환하여 실행한 다음 다시 쓰십시오.</translation>
    </message>
    <message>
        <source>There is no recording with KLV: the pictures of &quot;%1&quot; are turned when they are shown, which a transport stream cannot say. Convert the recording to one with upright pictures, run that, and write it again.</source>
        <translation>KLV가 든 녹화를 만들지 않았습니다. &quot;%1&quot;의 영상은 재생할 때 회전되는데, 전송 스트림은 이를 나타낼 수 없습니다. 똑바로 선 영상으로 변환하여 실행한 다음 다시 쓰십시오.</translation>
    </message>
    <message>
        <source>There is no recording with KLV: how its pictures are coded is damaged (%1). Copy the recording again.</source>
        <translation>KLV가 든 녹화를 만들지 않았습니다. 영상의 부호화 정보가 손상되었습니다(%1). 녹화를 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>There is no recording with KLV: &quot;%1&quot; is a folder of pictures, not a video. Its telemetry is in telemetry.csv and the workspace.</source>
        <translation>KLV가 든 녹화를 만들지 않았습니다. &quot;%1&quot;은(는) 동영상이 아니라 사진 폴더입니다. 텔레메트리는 telemetry.csv와 작업 파일에 있습니다.</translation>
    </message>
    <message>
        <source>There is no recording with KLV: &quot;%1&quot; does not tell when its pictures are shown. Convert it to MP4, run that, and write it again.</source>
        <translation>KLV가 든 녹화를 만들지 않았습니다. &quot;%1&quot;에는 영상이 언제 표시되는지가 없습니다. MP4로 변환하여 실행한 다음 다시 쓰십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written (%2). Make room on the disk or choose another folder; earlier files are kept.</source>
        <translation>&quot;%1&quot;을(를) 쓰지 못했습니다(%2). 디스크 공간을 비우거나 다른 폴더를 고르십시오. 이전 파일은 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>sheen::UnwrittenMessage</name>
    <message>
        <source>Everything that was done is on disk again.</source>
        <translation>작업한 것이 모두 다시 디스크에 기록되었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept in memory, and written as soon as that is possible; work can go on. %1</source>
        <translation>
            <numerusform>변경 %n건을 메모리에 두고 있으며, 쓸 수 있게 되는 대로 기록합니다. 작업은 계속할 수 있습니다. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on disk</source>
        <translation>디스크에 없음</translation>
    </message>
    <message>
        <source>Save Results As…</source>
        <translation>다른 이름으로 결과 저장…</translation>
    </message>
</context>
<context>
    <name>sheen::VerifyCommand</name>
    <message>
        <source>Compares every file of an evidence package with its manifests, and checks its signature.</source>
        <translation>증거 꾸러미의 모든 파일을 목록과 비교하고 서명을 확인합니다.</translation>
    </message>
    <message>
        <source>An evidence.zip, or the folder that was unpacked from one.</source>
        <translation>evidence.zip, 또는 그것을 푼 폴더.</translation>
    </message>
    <message>
        <source>sheen verify needs one package (an evidence.zip or its folder).</source>
        <translation>sheen verify에는 꾸러미 하나(evidence.zip 또는 그 폴더)가 필요합니다.</translation>
    </message>
    <message>
        <source>The signature is good: %1.</source>
        <translation>서명이 올바릅니다: %1.</translation>
    </message>
    <message>
        <source>The signature is BAD: it was made over something else.</source>
        <translation>서명이 올바르지 않습니다: 다른 것에 한 서명입니다.</translation>
    </message>
    <message>
        <source>The signature was not checked: GnuPG is not installed.</source>
        <translation>서명을 확인하지 않았습니다: GnuPG가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The signature was not checked: the public key %1 is not here. Import it and check again.</source>
        <translation>서명을 확인하지 않았습니다: 공개 키 %1이(가) 없습니다. 가져온 뒤 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>There is no signature: whoever could write the package could change files and manifests alike.</source>
        <translation>서명이 없습니다: 꾸러미를 쓸 수 있던 사람은 파일과 목록을 함께 바꿀 수 있었습니다.</translation>
    </message>
    <message>
        <source>altered: %1</source>
        <translation>바뀜: %1</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>없음: %1</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>더해짐: %1</translation>
    </message>
    <message>
        <source>The package &quot;%1&quot; is not as it was made: %2 files altered, %3 missing, %4 added.</source>
        <translation>꾸러미 &quot;%1&quot;이(가) 만들 때와 다릅니다: 바뀐 파일 %2개, 없는 파일 %3개, 더해진 파일 %4개.</translation>
    </message>
    <message>
        <source>%1 files are as they were when the package was made.</source>
        <translation>파일 %1개가 꾸러미를 만들 때 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>sheen::VersionText</name>
    <message>
        <source>commit</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>device</source>
        <translation>장치</translation>
    </message>
</context>
<context>
    <name>sheen::VertexTool</name>
    <message>
        <source>Edit vertices</source>
        <translation>꼭짓점 편집</translation>
    </message>
    <message>
        <source>Click the area whose outline is to be changed.</source>
        <translation>윤곽을 바꿀 구역을 클릭하십시오.</translation>
    </message>
    <message>
        <source>An outline keeps three vertices: delete the area with the selecting tool instead.</source>
        <translation>윤곽에는 꼭짓점이 세 개는 있어야 합니다. 대신 선택 도구로 구역을 지우십시오.</translation>
    </message>
    <message>
        <source>Drag a vertex or the middle of an edge; double click an edge to add a vertex; a rectangle chooses several, Shift adds; Delete takes the chosen ones off. The outline takes from what lies below, with Ctrl it gives way (K turns that round).</source>
        <translation>꼭짓점이나 변의 중간을 끄십시오. 변을 두 번 클릭하면 꼭짓점이 추가되고, 사각형을 그리면 여러 개가 선택되며 Shift로 더합니다. Delete는 선택한 꼭짓점을 지웁니다. 윤곽선은 아래에 있는 것을 가져가며, Ctrl을 누르면 양보합니다(K로 뒤바꿈).</translation>
    </message>
    <message>
        <source>Click the vertex that is to be taken off first, or draw a rectangle round several.</source>
        <translation>먼저 지울 꼭짓점을 클릭하거나 여러 꼭짓점을 둘러싸는 사각형을 그리십시오.</translation>
    </message>
    <message>
        <source>Vertices chosen: %1. Drag one to move them; Delete takes them off, Esc lets them go.</source>
        <translation>선택한 꼭짓점: %1개. 하나를 끌면 함께 움직이고, Delete로 지우며, Esc로 선택을 풉니다.</translation>
    </message>
</context>
<context>
    <name>sheen::VideoContainer</name>
    <message>
        <source>The video &quot;%1&quot; cannot be opened: %2. Check that you may read it.</source>
        <translation>영상 &quot;%1&quot;을(를) 열 수 없습니다: %2. 읽을 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>The video &quot;%1&quot; is empty (0 bytes). Copy the recording again.</source>
        <translation>영상 &quot;%1&quot;이(가) 비어 있습니다(0바이트). 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The video &quot;%1&quot; is cut short: the index that is written at its end is missing, so none of it can be played. Copy the recording again, or mend it with a repair tool.</source>
        <translation>영상 &quot;%1&quot;이(가) 잘렸습니다. 끝에 기록되는 색인이 없어 재생할 수 없습니다. 다시 복사하거나 복구 도구로 고치십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no video that can be read. Choose a video file (mp4, ts, mpg, mkv, avi, mov) or a folder of pictures.</source>
        <translation>&quot;%1&quot;은(는) 읽을 수 있는 영상이 아닙니다. 영상 파일(mp4, ts, mpg, mkv, avi, mov)이나 그림 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The video &quot;%1&quot; cannot be read: %2.</source>
        <translation>영상 &quot;%1&quot;을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no video. Choose a video file (mp4, ts, mpg, mkv, avi, mov) or a folder of pictures.</source>
        <translation>&quot;%1&quot;에는 영상이 없습니다. 영상 파일(mp4, ts, mpg, mkv, avi, mov)이나 그림 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The video &quot;%1&quot; is coded as %2, which this FFmpeg cannot decode. Convert it to H.264 and open that.</source>
        <translation>영상 &quot;%1&quot;의 코덱 %2을(를) 이 FFmpeg가 해독할 수 없습니다. H.264로 변환하여 여십시오.</translation>
    </message>
    <message>
        <source>The video &quot;%1&quot; cannot be decoded: %2.</source>
        <translation>영상 &quot;%1&quot;을(를) 해독할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no video number %2; it holds %3.</source>
        <translation>&quot;%1&quot;에 %2번 동영상이 없습니다. 동영상은 %3개입니다.</translation>
    </message>
</context>
<context>
    <name>sheen::VideoFlight</name>
    <message>
        <source>No picture of &quot;%1&quot; can be decoded.</source>
        <translation>&quot;%1&quot;의 영상을 하나도 해독할 수 없습니다.</translation>
    </message>
    <message>
        <source>No picture of the video &quot;%1&quot; can be decoded. It may be damaged or cut short: copy the recording again.</source>
        <translation>영상 &quot;%1&quot;의 그림을 하나도 해독할 수 없습니다. 손상되었거나 잘렸을 수 있으니 다시 복사하십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::WaitingWrites</name>
    <message>
        <source>%1 could not be written (%2).</source>
        <translation>%1에 쓸 수 없습니다(%2).</translation>
    </message>
</context>
<context>
    <name>sheen::WindowActions</name>
    <message>
        <source>Open &amp;Video…</source>
        <translation>영상 열기(&amp;V)…</translation>
    </message>
    <message>
        <source>Open the recording of a flight: mp4, ts, mpg, mkv, avi, mov</source>
        <translation>비행 녹화 열기: mp4, ts, mpg, mkv, avi, mov</translation>
    </message>
    <message>
        <source>Open &amp;Folder of Frames…</source>
        <translation>프레임 폴더 열기(&amp;F)…</translation>
    </message>
    <message>
        <source>Open a folder of JPEG, PNG or TIFF frames</source>
        <translation>JPEG, PNG, TIFF 프레임 폴더 열기</translation>
    </message>
    <message>
        <source>Open &amp;Results…</source>
        <translation>결과 열기(&amp;R)…</translation>
    </message>
    <message>
        <source>Open the results of an earlier run (sheen.gpkg) with its review</source>
        <translation>이전 실행의 결과(sheen.gpkg)를 검토와 함께 열기</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>Close Sheen</source>
        <translation>Sheen 닫기</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>Look for oil in the flight that is open</source>
        <translation>열린 비행에서 기름 찾기</translation>
    </message>
    <message>
        <source>&amp;Cancel Run</source>
        <translation>실행 취소(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the run; what was done is kept</source>
        <translation>실행을 멈춤(지금까지의 결과는 보관)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Show the map twice as large</source>
        <translation>지도를 두 배로 확대</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>Show twice as much of the map</source>
        <translation>지도를 두 배 넓게 표시</translation>
    </message>
    <message>
        <source>Zoom to &amp;Flight</source>
        <translation>비행 전체 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole flight on the map</source>
        <translation>비행 전체를 지도에 표시</translation>
    </message>
    <message>
        <source>Zoom to &amp;World</source>
        <translation>전체 지도 보기(&amp;W)</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>지도 전체 표시</translation>
    </message>
    <message>
        <source>Follow the F&amp;rame</source>
        <translation>프레임 따라가기(&amp;R)</translation>
    </message>
    <message>
        <source>Keep the frame that is shown in view on the map</source>
        <translation>표시 중인 프레임을 지도에서 계속 보이게 함</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>전체 화면(&amp;U)</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>화면 전체 사용</translation>
    </message>
    <message>
        <source>&amp;Move Map</source>
        <translation>지도 이동(&amp;M)</translation>
    </message>
    <message>
        <source>Drag the map</source>
        <translation>지도를 끌어서 이동</translation>
    </message>
    <message>
        <source>Zoom In by Rec&amp;tangle</source>
        <translation>사각형 확대(&amp;T)</translation>
    </message>
    <message>
        <source>Drag a rectangle to zoom in on it</source>
        <translation>사각형을 그려 확대</translation>
    </message>
    <message>
        <source>Zoom Out by Re&amp;ctangle</source>
        <translation>사각형 축소(&amp;C)</translation>
    </message>
    <message>
        <source>Click, or drag a rectangle, to zoom out</source>
        <translation>클릭하거나 사각형을 그려 축소</translation>
    </message>
    <message>
        <source>Measure &amp;Distance</source>
        <translation>거리 측정(&amp;D)</translation>
    </message>
    <message>
        <source>Measure distances on the ellipsoid</source>
        <translation>타원체 위의 거리 측정</translation>
    </message>
    <message>
        <source>Measure &amp;Area</source>
        <translation>면적 측정(&amp;A)</translation>
    </message>
    <message>
        <source>Measure an area on the ellipsoid</source>
        <translation>타원체 위의 면적 측정</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Write masks, mosaic, shapefile, report and other files</source>
        <translation>마스크, 모자이크, 셰이프파일, 보고서 등을 기록</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>All actions with their keys</source>
        <translation>모든 동작과 단축키</translation>
    </message>
    <message>
        <source>&amp;About Sheen</source>
        <translation>Sheen 정보(&amp;A)</translation>
    </message>
    <message>
        <source>What Sheen is, and its version</source>
        <translation>Sheen 소개와 버전</translation>
    </message>
    <message>
        <source>&amp;Telemetry</source>
        <translation>텔레메트리(&amp;T)</translation>
    </message>
    <message>
        <source>Show what was read of each frame, and correct it</source>
        <translation>각 프레임에서 읽은 값을 보고 고칩니다</translation>
    </message>
    <message>
        <source>Overlay &amp;Layout…</source>
        <translation>오버레이 배치(&amp;L)…</translation>
    </message>
    <message>
        <source>Draw where the picture shows which telemetry, for an overlay that is not known</source>
        <translation>모르는 오버레이에서 영상의 어디에 어떤 텔레메트리가 있는지 그립니다</translation>
    </message>
    <message>
        <source>Import &amp;Telemetry…</source>
        <translation>텔레메트리 가져오기(&amp;T)…</translation>
    </message>
    <message>
        <source>Take position and direction of the camera from a table beside the recording</source>
        <translation>녹화와 함께 있는 표에서 카메라의 위치와 방향을 가져옵니다</translation>
    </message>
    <message>
        <source>Choose &amp;Model…</source>
        <translation>모델 선택(&amp;M)…</translation>
    </message>
    <message>
        <source>Look at a model&apos;s card, try it on a frame, and use it to find oil</source>
        <translation>모델의 카드를 보고 프레임에 시험한 뒤 기름 찾기에 사용</translation>
    </message>
    <message>
        <source>&amp;Calibration</source>
        <translation>보정(&amp;C)</translation>
    </message>
    <message>
        <source>Turn the numbers of the camera&apos;s mounting and lens, and fit them to known places</source>
        <translation>카메라의 장착과 렌즈 값을 조절하고 아는 위치에 맞춥니다</translation>
    </message>
    <message>
        <source>Tie to the Ma&amp;p</source>
        <translation>지도에 맞추기(&amp;P)</translation>
    </message>
    <message>
        <source>Mark things in the frame and on the map, to fit the camera&apos;s calibration to them</source>
        <translation>프레임과 지도에 같은 것을 표시하여 카메라 보정을 맞춥니다</translation>
    </message>
    <message>
        <source>&amp;Facts of the Flight…</source>
        <translation>비행의 사실(&amp;F)…</translation>
    </message>
    <message>
        <source>Enter who observed what from where, the weather, the suspected source: report and messages say it</source>
        <translation>누가 어디서 무엇을 관측했는지, 날씨, 혐의 오염원을 입력합니다: 보고서와 통보문에 나옵니다</translation>
    </message>
    <message>
        <source>&amp;POLREP Message…</source>
        <translation>POLREP 통보문(&amp;P)…</translation>
    </message>
    <message>
        <source>Complete, copy or save the message to authorities</source>
        <translation>당국에 보낼 통보문을 채우고 복사하거나 저장합니다</translation>
    </message>
    <message>
        <source>Open the &amp;Demo Flight</source>
        <translation>데모 비행 열기(&amp;D)</translation>
    </message>
    <message>
        <source>Open a short flight with oil that comes with Sheen, to try things on</source>
        <translation>Sheen에 들어 있는, 기름이 있는 짧은 비행을 열어 시험해 봅니다</translation>
    </message>
    <message>
        <source>&amp;Earlier Runs…</source>
        <translation>이전 실행(&amp;E)…</translation>
    </message>
    <message>
        <source>List the runs of this flight, with how far each was reviewed, and open one</source>
        <translation>이 비행의 실행을 검토 정도와 함께 나열하고 하나를 엽니다</translation>
    </message>
    <message>
        <source>Frames of a P&amp;lace</source>
        <translation>장소의 프레임(&amp;L)</translation>
    </message>
    <message>
        <source>Click a place on the map to see all frames that show it, the best first</source>
        <translation>지도의 한 곳을 클릭하면 그곳을 보이는 모든 프레임을 가장 좋은 것부터 보입니다</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>설명서(&amp;M)</translation>
    </message>
    <message>
        <source>Read the manual, at the page of the panel that has the focus; needs no network</source>
        <translation>초점이 있는 패널의 쪽에서 설명서를 읽습니다. 네트워크가 필요 없습니다</translation>
    </message>
    <message>
        <source>&amp;Archive…</source>
        <translation>보관소(&amp;A)…</translation>
    </message>
    <message>
        <source>List the flights that &quot;sheen archive&quot; ran, search them by place and time, and open one</source>
        <translation>&quot;sheen archive&quot;가 실행한 비행을 나열하고, 장소와 시간으로 찾아 엽니다</translation>
    </message>
    <message>
        <source>&amp;Save Results As…</source>
        <translation>다른 이름으로 결과 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the results with their review to another file, and go on with that one</source>
        <translation>결과와 그 검토를 다른 파일에 쓰고 그 파일로 계속합니다</translation>
    </message>
    <message>
        <source>AIS of &amp;Ships…</source>
        <translation>선박 &amp;AIS…</translation>
    </message>
    <message>
        <source>Choose files that tell where ships were: the map shows them at the time of the frame, and report and table name those near the slicks</source>
        <translation>선박의 위치가 든 파일 고르기: 지도에 프레임 시각의 선박이 나오고, 보고서와 표에 유막 근처의 선박이 나옵니다</translation>
    </message>
    <message>
        <source>&amp;Report Preview…</source>
        <translation>보고서 미리 보기(&amp;R)…</translation>
    </message>
    <message>
        <source>See the pages of the report as they would be written now, and save it</source>
        <translation>지금 쓰면 보고서가 어떻게 되는지 쪽을 보고 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>설정(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose language, colours, units, your name, base maps and keys</source>
        <translation>언어, 색상, 단위, 이름, 배경 지도, 키를 선택합니다</translation>
    </message>
</context>
<context>
    <name>sheen::WindowCommand</name>
    <message>
        <source>A video file, a folder of frames, or a workspace.</source>
        <translation>영상 파일, 프레임 폴더 또는 작업 파일.</translation>
    </message>
    <message>
        <source>TorchScript or ONNX model.</source>
        <translation>TorchScript 또는 ONNX 모델.</translation>
    </message>
    <message>
        <source>Folder that runs are kept in; beside the flight unless given.</source>
        <translation>실행 결과를 보관할 폴더. 지정하지 않으면 비행 옆.</translation>
    </message>
    <message>
        <source>Start the run as soon as the flight is open.</source>
        <translation>비행을 여는 대로 실행을 시작합니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command of Sheen, and the window opens one flight. See sheen --help.</source>
        <translation>&quot;%1&quot;은(는) Sheen의 명령이 아니며, 창은 비행 하나를 엽니다. sheen --help를 보십시오.</translation>
    </message>
    <message>
        <source>There is no display for the window. Use sheen run to work without one.</source>
        <translation>창을 띄울 화면이 없습니다. 창 없이 작업하려면 sheen run을 쓰십시오.</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or cuda:n.</source>
        <translation>auto, cpu, cuda 또는 cuda:n.</translation>
    </message>
    <message>
        <source>Sheen finds oil on the sea in the recordings of a surveillance aircraft.

  sheen [FLIGHT]                     open the window
  sheen run FLIGHT --out DIR         run the pipeline without a window
  sheen export WORKSPACE --out DIR   write the outputs of a workspace again
  sheen resume WORKSPACE             finish a run that was broken off
  sheen model FILE                   print a model&apos;s card
  sheen teach --marks DIR --out FILE teach a model from marks
  sheen verify PACKAGE               check an evidence package

sheen run --help and so on tell more.</source>
        <translation>Sheen은 감시 항공기의 녹화 영상에서 해상의 기름을 찾습니다.

  sheen [FLIGHT]                     창 열기
  sheen run FLIGHT --out DIR         창 없이 처리
  sheen export WORKSPACE --out DIR   작업 파일의 산출물을 다시 기록
  sheen resume WORKSPACE             중단된 실행 마치기
  sheen model FILE                   모델의 카드 출력
  sheen teach --marks DIR --out FILE 표시로 모델 가르치기
  sheen verify PACKAGE               증거 꾸러미 확인

자세한 내용은 sheen run --help 등을 보십시오.</translation>
    </message>
</context>
<context>
    <name>sheen::Wording</name>
    <message>
        <source>There is no translation into the language &quot;%1&quot;. Use en or ko.</source>
        <translation>&quot;%1&quot; 언어로 된 번역이 없습니다. en 또는 ko를 쓰십시오.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>기각</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>미판정</translation>
    </message>
    <message>
        <source>another substance</source>
        <translation>다른 물질</translation>
    </message>
    <message>
        <source>unknown substance</source>
        <translation>알 수 없는 물질</translation>
    </message>
    <message>
        <source>oil</source>
        <translation>기름</translation>
    </message>
    <message>
        <source>look-alike: algae</source>
        <translation>유사 현상: 조류</translation>
    </message>
    <message>
        <source>look-alike: wake</source>
        <translation>유사 현상: 항적</translation>
    </message>
    <message>
        <source>look-alike: shadow</source>
        <translation>유사 현상: 그림자</translation>
    </message>
    <message>
        <source>look-alike: calm water</source>
        <translation>유사 현상: 잔잔한 수면</translation>
    </message>
    <message>
        <source>look-alike: sediment</source>
        <translation>유사 현상: 부유 퇴적물</translation>
    </message>
    <message>
        <source>look-alike: ice</source>
        <translation>유사 현상: 얼음</translation>
    </message>
    <message>
        <source>look-alike</source>
        <translation>유사 현상</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>조각</translation>
    </message>
    <message>
        <source>streamers</source>
        <translation>띠</translation>
    </message>
    <message>
        <source>windrows</source>
        <translation>바람줄</translation>
    </message>
    <message>
        <source>continuous</source>
        <translation>연속</translation>
    </message>
    <message>
        <source>found by the model, outline edited</source>
        <translation>모델이 찾음, 윤곽선 편집</translation>
    </message>
    <message>
        <source>drawn by the analyst</source>
        <translation>분석자가 그림</translation>
    </message>
    <message>
        <source>found by the model</source>
        <translation>모델이 찾음</translation>
    </message>
    <message>
        <source>sheen</source>
        <translation>박막(은빛)</translation>
    </message>
    <message>
        <source>rainbow</source>
        <translation>무지갯빛</translation>
    </message>
    <message>
        <source>metallic</source>
        <translation>금속성 광택</translation>
    </message>
    <message>
        <source>discontinuous true oil colour</source>
        <translation>기름 본색(불연속)</translation>
    </message>
    <message>
        <source>continuous true oil colour</source>
        <translation>기름 본색(연속)</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>코드 없음</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>최소 %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>more than %1, no upper bound</source>
        <translation>%1 초과, 상한 없음</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1 to %2 UTC</source>
        <translation>%1~%2 UTC</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>기록 없음</translation>
    </message>
</context>
<context>
    <name>sheen::Workspace</name>
    <message>
        <source>&quot;%1&quot; can only be read: nothing was changed. Check the rights of the file and of its folder.</source>
        <translation>&quot;%1&quot;은(는) 읽기 전용이라 아무것도 바꾸지 않았습니다. 파일과 폴더의 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>The workspace &quot;%1&quot; cannot be read: %2</source>
        <translation>작업 파일 &quot;%1&quot;을(를) 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written (%2). Make room on the disk or check its rights; what was written before is kept.</source>
        <translation>&quot;%1&quot;을(를) 기록하지 못했습니다(%2). 디스크 공간이나 권한을 확인하십시오. 이미 기록된 것은 그대로입니다.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be created. Choose another one.</source>
        <translation>폴더 &quot;%1&quot;을(를) 만들 수 없습니다. 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no workspace of Sheen: it was made by another program.</source>
        <translation>&quot;%1&quot;은(는) Sheen의 작업 파일이 아닙니다. 다른 프로그램이 만들었습니다.</translation>
    </message>
    <message>
        <source>The workspace &quot;%1&quot; was made by a newer version of Sheen (format %2, this one reads up to %3). Install that version to open it.</source>
        <translation>작업 파일 &quot;%1&quot;은(는) 더 새로운 Sheen이 만들었습니다(형식 %2, 이 버전은 %3까지). 해당 버전을 설치하여 여십시오.</translation>
    </message>
    <message>
        <source>The workspace &quot;%1&quot; cannot be opened: %2</source>
        <translation>작업 파일 &quot;%1&quot;을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>그런 파일이 없습니다.</translation>
    </message>
    <message>
        <source>it is no file.</source>
        <translation>파일이 아닙니다.</translation>
    </message>
    <message>
        <source>the file is empty. Run the flight again to make a new one.</source>
        <translation>파일이 비어 있습니다. 비행을 다시 실행하여 새로 만드십시오.</translation>
    </message>
    <message>
        <source>it is no GeoPackage.</source>
        <translation>GeoPackage가 아닙니다.</translation>
    </message>
    <message>
        <source>the file is damaged or was cut off (%1). An earlier copy may lie beside it.</source>
        <translation>파일이 손상되었거나 잘렸습니다(%1). 이전 사본이 옆에 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>This GDAL has no GeoPackage driver: install a GDAL that was built with SQLite.</source>
        <translation>이 GDAL에는 GeoPackage 드라이버가 없습니다. SQLite로 빌드한 GDAL을 설치하십시오.</translation>
    </message>
    <message>
        <source>The workspace &quot;%1&quot; cannot be created (%2). Choose a folder that can be written to and has room.</source>
        <translation>작업 파일 &quot;%1&quot;을(를) 만들 수 없습니다(%2). 쓸 수 있고 공간이 있는 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The workspace &quot;%1&quot; is in use. Close it in the other window, or choose another folder.</source>
        <translation>작업 파일 &quot;%1&quot;이(가) 사용 중입니다. 다른 창에서 닫거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The earlier workspace &quot;%1&quot; cannot be moved aside to &quot;%2&quot; (%3).</source>
        <translation>이전 작업 파일 &quot;%1&quot;을(를) &quot;%2&quot;(으)로 옮길 수 없습니다(%3).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be created.</source>
        <translation>&quot;%1&quot;을(를) 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The workspace could not be copied to &quot;%1&quot; (%2). Make room on the disk or choose another folder.</source>
        <translation>작업 파일을 &quot;%1&quot;(으)로 복사할 수 없었습니다(%2). 디스크 공간을 확보하거나 다른 폴더를 고르십시오.</translation>
    </message>
    <message>
        <source>The workspace &quot;%1&quot; cannot be opened: its table &quot;%2&quot; is missing.</source>
        <translation>작업 파일 &quot;%1&quot;을(를) 열 수 없습니다. 표 &quot;%2&quot;이(가) 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be renamed.</source>
        <translation>&quot;%1&quot;의 이름을 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>The workspace &quot;%1&quot; is of an earlier version of Sheen and could not be brought to the present one beside it. It was left as it is. %2</source>
        <translation>작업 파일 &quot;%1&quot;은(는) 이전 버전의 Sheen이 만든 것이며 현재 형식으로 바꿀 수 없어 그대로 두었습니다. %2</translation>
    </message>
    <message>
        <source>The workspace &quot;%1&quot; cannot be opened: it lacks some of its tables.</source>
        <translation>작업 파일 &quot;%1&quot;을(를) 열 수 없습니다. 일부 표가 없습니다.</translation>
    </message>
    <message>
        <source>Slicks %1 of an earlier version are slick %2</source>
        <translation>이전 판의 유막 %1은(는) 유막 %2입니다</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is gone: its folder was removed or renamed, or its drive is away. Bring it back, or save the results elsewhere.</source>
        <translation>&quot;%1&quot;이(가) 없어졌습니다. 폴더가 지워졌거나 이름이 바뀌었거나 드라이브가 연결되어 있지 않습니다. 되돌려 놓거나 결과를 다른 곳에 저장하십시오.</translation>
    </message>
</context>
</TS>
